package cn.qianfa.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerServerIT {
    @TempDir
    Path directory;

    @Nested
    class Running {
        @Test
        void announcesItsPortAndStopsCleanly() throws Exception {
            var portFile = directory.resolve("run/broker.port");

            try (var broker = start("--directory", kafka(), "--run-directory", directory.resolve("run") + "")) {
                var address = broker.address();
                var port = Files.readString(portFile).strip();
                var code = broker.terminate();

                assertThat(address).isEqualTo("127.0.0.1:" + port);
                assertThat(code).isEqualTo(143); // SIGTERM
                assertThat(portFile).doesNotExist();
                assertThat(directory.resolve("kafka/.kafka_cleanshutdown")).exists();
                assertThat(broker.said().lines())
                        .filteredOn(line -> line.contains("ERROR"))
                        .isEmpty();
            }
        }
    }

    @Nested
    class Refused {
        @Test
        void becauseItsPortIsTaken() throws Exception {
            try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    var broker = start("--directory", kafka(), "--port", other.getLocalPort() + "")) {
                assertThat(broker.end()).isEqualTo(1);
                assertThat(broker.said())
                        .startsWith("broker: port " + other.getLocalPort() + " on 127.0.0.1 cannot be opened")
                        .hasLineCount(1);
            }
        }

        @Test
        void becauseItsDirectoryIsInUseByAnotherProcess() throws Exception {
            try (var _ = Broker.start(directory.resolve("kafka"), 0);
                    var broker = start("--directory", kafka())) {
                assertThat(broker.end()).isEqualTo(1);
                assertThat(broker.said())
                        .contains("is in use by another broker")
                        .hasLineCount(1);
            }
        }

        @Test
        void becauseItsMetadataIsDamaged() throws Exception {
            Broker.start(directory.resolve("kafka"), 0).close();
            Files.delete(directory.resolve("kafka/meta.properties"));

            try (var broker = start("--directory", kafka())) {
                assertThat(broker.end()).isEqualTo(1);
                assertThat(broker.said())
                        .startsWith("broker: the broker's records in ")
                        .hasLineCount(1);
            }
        }

        @Test
        void becauseOfAnOptionItDoesNotKnow() throws Exception {
            try (var broker = start("--directroy", kafka())) {
                assertThat(broker.end()).isEqualTo(1);
                assertThat(broker.said())
                        .startsWith("broker: option: --directroy (expected: ")
                        .hasLineCount(1);
            }
        }
    }

    private BrokerProcess start(String... options) throws Exception {
        return BrokerProcess.start(directory.resolve("broker.log"), options);
    }

    private String kafka() {
        return directory.resolve("kafka").toString();
    }
}
