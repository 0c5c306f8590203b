package cn.qianfa.gateway.route.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Two instances of a service behind the gateway. */
class AnyInstanceTest {
    private static final URI ONE = URI.create("http://127.0.0.1:1");
    private static final URI OTHER = URI.create("http://127.0.0.1:2");
    private static final HandlerFunction<ServerResponse> WELL =
            _ -> ServerResponse.ok().build();
    private static final HandlerFunction<ServerResponse> GONE = _ -> {
        throw new ResourceAccessException("refused", new ConnectException("nobody listens"));
    };
    private static final HandlerFunction<ServerResponse> SILENT = _ -> {
        throw new ResourceAccessException("silent", new SocketTimeoutException("no answer"));
    };
    private static final HandlerFunction<ServerResponse> CLOSING =
            _ -> ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE).build();

    private final AnyInstance either = new AnyInstance(List.of(ONE, OTHER));
    private final Map<URI, HandlerFunction<ServerResponse>> instances = new HashMap<>(Map.of(ONE, WELL, OTHER, WELL));
    private final List<URI> asked = new ArrayList<>();

    private ServerResponse ask() throws Exception {
        var request = ServerRequest.create(new MockHttpServletRequest("POST", "/api/v1/drafts"), List.of());
        return either.filter(request, sent -> {
            var at = sent.attribute(MvcUtils.GATEWAY_REQUEST_URL_ATTR)
                    .map(URI.class::cast)
                    .orElseThrow();
            asked.add(at);
            return instances.getOrDefault(at, WELL).handle(sent);
        });
    }

    @Test
    void areAskedInTurn() throws Exception {
        ask();
        ask();
        ask();

        assertThat(asked).isIn(List.of(ONE, OTHER, ONE), List.of(OTHER, ONE, OTHER));
    }

    @Test
    void stepInForOneThatTakesNoConnection() throws Exception {
        instances.put(ONE, GONE);

        for (var time = 0; time < 2; time++) {
            assertThat(ask().statusCode()).isEqualTo(HttpStatus.OK);
        }

        assertThat(asked).contains(ONE).filteredOn(OTHER::equals).hasSize(2);
    }

    @Test
    void doNotBeginWhatTheOtherMayHaveBegun() {
        instances.put(ONE, SILENT);
        instances.put(OTHER, SILENT);

        assertThatThrownBy(this::ask).isInstanceOf(ResourceAccessException.class);

        assertThat(asked).hasSize(1);
    }

    @Test
    void leaveABodyThatHasPassedToTheOneThatTookIt() throws Exception {
        instances.put(ONE, CLOSING);
        instances.put(OTHER, CLOSING);

        assertThat(ServiceTrouble.isClosing(ask())).isTrue();

        assertThat(asked).hasSize(1);
    }

    @Test
    void passOnWhatAServiceSaysOfItself() throws Exception {
        HandlerFunction<ServerResponse> away = _ -> ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body("{}");
        instances.put(ONE, away);
        instances.put(OTHER, away);

        assertThat(ServiceTrouble.isClosing(ask())).isFalse();

        assertThat(asked).hasSize(1);
    }

    @Test
    void areBothAwayIfNeitherTakesAConnection() {
        instances.put(ONE, GONE);
        instances.put(OTHER, GONE);

        assertThatThrownBy(this::ask).isInstanceOf(ResourceAccessException.class);

        assertThat(asked).containsExactlyInAnyOrder(ONE, OTHER);
    }
}
