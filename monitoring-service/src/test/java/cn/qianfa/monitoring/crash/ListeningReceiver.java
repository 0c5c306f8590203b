package cn.qianfa.monitoring.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** The officer's receiver; it may be away, refuse, or see the sender die in the middle of a call. */
final class ListeningReceiver implements AutoCloseable {
    /** One call, as it came. */
    record Call(String id, String body) {}

    private final List<Call> heard = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private volatile Runnable meanwhile = () -> {};
    private HttpServer server;
    private final int port;

    ListeningReceiver() {
        server = listen(0);
        port = server.getAddress().getPort();
    }

    private HttpServer listen(int at) {
        try {
            var listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
            listening.createContext("/", this::answer);
            listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            heard.add(new Call(
                    call.getRequestHeaders().getFirst("webhook-id"),
                    new String(call.getRequestBody().readAllBytes(), UTF_8)));
            meanwhile.run();
            call.sendResponseHeaders(status, -1);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    List<Call> heard(String id) {
        return heard.stream().filter(call -> call.id().equals(id)).toList();
    }

    void answer(int with) {
        status = with;
    }

    /** Before each answer from now on. */
    void meanwhile(Runnable happens) {
        meanwhile = happens;
    }

    void away() {
        server.stop(0);
    }

    void back() {
        server = listen(port);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
