package cn.qianfa.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.identity.Role;
import cn.qianfa.gateway.running.RealService;
import cn.qianfa.gateway.running.RunningGateway;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** What the gateway mints is what the services take: their own check, the gateway's own keys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServicesTrustTheGatewayIT {
    private final RunningGateway gateway = RunningGateway.start();
    private final ConfigurableApplicationContext approval = RealService.start("approval", gateway.at(""));
    private final ConfigurableApplicationContext monitoring = RealService.start("monitoring", gateway.at(""));
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterAll
    void stop() {
        approval.close();
        monitoring.close();
        gateway.close();
    }

    @Test
    void eachTakesTheTokensMeantForItAndGoesOnWhileTheGatewayIsAway() throws Exception {
        var admin = gateway.admin();
        var drafter = gateway.signedIn(admin, "drafter", "district", Role.DRAFTER);
        drafter.get("/api/v1/drafts");
        var token = gateway.approval().last().headers().getFirst("Authorization");

        assertThat(who(approval, token).body())
                .contains("\"id\":\"drafter\"", "\"unit\":\"district\"", "[\"DRAFTER\"]");
        assertThat(who(monitoring, token).statusCode()).as("meant for another").isEqualTo(401);
        assertThat(client.send(
                                HttpRequest.newBuilder(RealService.url(approval).resolve("/who"))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);

        gateway.restart();
        assertThat(who(approval, token).statusCode())
                .as("its address is another now")
                .isEqualTo(200);
    }

    private HttpResponse<String> who(ConfigurableApplicationContext service, String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(RealService.url(service).resolve("/who"))
                .header("Authorization", token)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
