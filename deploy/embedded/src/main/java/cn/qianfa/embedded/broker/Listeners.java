package cn.qianfa.embedded.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The two sockets of the broker, bound before Kafka starts: a taken port is found at once, and with port 0 the numbers
 * are known and held while Kafka's settings, which need them, are written.
 */
final class Listeners implements ServerSocketFactory, AutoCloseable {
    static final String CLIENTS = "CLIENTS";
    static final String CONTROLLER = "CONTROLLER";

    private final ServerSocketChannel clients;
    private final ServerSocketChannel controller;
    private final int port;
    private final InetSocketAddress controllerAddress;

    private Listeners(ServerSocketChannel clients, ServerSocketChannel controller) {
        this.clients = clients;
        this.controller = controller;
        this.port = clients.socket().getLocalPort();
        this.controllerAddress = (InetSocketAddress) controller.socket().getLocalSocketAddress();
    }

    static Listeners bind(int port, int controllerPort) {
        var clients = bind(port, "--port");
        try {
            return new Listeners(clients, bind(controllerPort, "--controller-port"));
        } catch (BrokerNotStarted e) {
            close(clients);
            throw e;
        }
    }

    private static ServerSocketChannel bind(int port, String option) {
        try {
            var channel = ServerSocketChannel.open();
            try {
                channel.bind(new InetSocketAddress(loopback(), port));
                channel.configureBlocking(false);
                return channel;
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new BrokerNotStarted(
                    "port " + port + " on 127.0.0.1 cannot be opened: " + e.getMessage()
                            + " (expected: a free port); stop what listens there or choose another with " + option,
                    e);
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    }

    int port() {
        return port;
    }

    InetSocketAddress controllerAddress() {
        return controllerAddress;
    }

    @Override
    public ServerSocketChannel openServerSocket(String name, InetSocketAddress address, int backlog, int buffer) {
        return name.equals(CONTROLLER) ? controller : clients;
    }

    @Override
    public void close() {
        close(clients);
        close(controller);
    }

    private static void close(ServerSocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("a listening socket does not close", e);
        }
    }
}
