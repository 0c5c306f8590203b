package cn.qianfa.receiver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;

/** Answers a webhook: 204 once it is shown, 401 where it is not genuine, 413 where it is too large. */
final class Desk implements HttpHandler {
    static final int LARGEST = 64 * 1024;
    private static final int REMEMBERED = 10_000;
    private static final int NO_CONTENT = 204;
    private static final int UNAUTHORIZED = 401;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int TOO_LARGE = 413;
    private static final int NO_BODY = -1;

    private final Seal seal;
    private final Board board;
    private final InstantSource clock;
    private final Seen seen = new Seen(REMEMBERED);

    Desk(Seal seal, Board board, InstantSource clock) {
        this.seal = seal;
        this.board = board;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status(exchange), NO_BODY);
        }
    }

    private int status(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            return METHOD_NOT_ALLOWED;
        }
        var body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            board.refused("refused.too-large", clock.instant());
            return TOO_LARGE;
        }
        var headers = exchange.getRequestHeaders();
        var id = headers.getFirst("webhook-id");
        var worth = seal.of(id, headers.getFirst("webhook-timestamp"), headers.getFirst("webhook-signature"), body);
        if (id == null || worth != Seal.Worth.GENUINE) {
            board.refused("refused." + worth.name().toLowerCase(Locale.ROOT), clock.instant());
            return UNAUTHORIZED;
        }
        show(id, body);
        return NO_CONTENT;
    }

    private void show(String id, byte[] body) {
        if (!seen.add(id)) {
            board.duplicate(id, clock.instant());
            return;
        }
        Alert.read(body).ifPresentOrElse(board::show, () -> board.other(id, clock.instant()));
    }
}
