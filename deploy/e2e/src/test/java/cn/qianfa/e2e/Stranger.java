package cn.qianfa.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** Somebody with a socket, who sends what no client library would. */
record Stranger(int port) {
    private static final int PATIENCE = 20_000;

    /**
     * Sends these bytes and hears the other side out.
     *
     * @param request its lines end with a line feed here, and as HTTP demands on the wire
     */
    String says(String request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request that ends with its headers. */
    String asks(String line, String... headers) {
        return says(line + " HTTP/1.1\nHost: localhost\nConnection: close\n" + String.join("\n", headers)
                + (headers.length == 0 ? "\n" : "\n\n"));
    }
}
