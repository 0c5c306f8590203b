package cn.qianfa.embedded.broker;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The broker as a process of its own: {@code --directory DIR [--port N] [--controller-port N] [--run-directory DIR]}.
 *
 * <p>Prints {@code broker listening on 127.0.0.1:PORT} once it answers, and stops cleanly on SIGTERM. What keeps it
 * from starting is one sentence on standard error and exit code 1.
 */
public final class BrokerServer {
    private BrokerServer() {}

    static void main(String... arguments) {
        System.setProperty("logback.configurationFile", "cn/qianfa/embedded/broker/logback.xml");
        try {
            run(BrokerOptions.parse(arguments));
        } catch (BrokerNotStarted e) {
            refuse(e.getMessage());
        } catch (IOException e) {
            refuse("the run directory cannot be written: " + e + " (expected: a directory of this user)");
        }
    }

    private static void run(BrokerOptions options) throws IOException {
        var broker = Broker.start(options.directory(), options.port(), options.controllerPort(), BrokerServer::refuse);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker, options.runDirectory()), "broker-stop"));
        if (options.runDirectory() != null) {
            PortFile.in(options.runDirectory()).write(broker.port());
        }
        System.out.println("broker listening on " + broker.bootstrapServers());
    }

    private static void stop(Broker broker, @Nullable Path runDirectory) {
        broker.close();
        if (runDirectory == null) {
            return;
        }
        try {
            PortFile.in(runDirectory).remove();
        } catch (IOException e) {
            System.err.println("broker: " + e);
        }
    }

    /** Halts, since Kafka's threads of a failed start would keep the process alive. */
    private static void refuse(@Nullable String sentence) {
        System.err.println("broker: " + sentence);
        System.err.flush();
        Runtime.getRuntime().halt(1);
    }
}
