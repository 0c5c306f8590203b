package cn.qianfa.embedded.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.IndexOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCommandLineIT {

    @TempDir
    Path directory;

    @TempDir
    Path other;

    @Nested
    class Started {

        @Test
        void saysWhereItListensAndTidiesUpWhenTold() throws Exception {
            try (var server = StoreProcess.start(directory, "--run-directory", other.toString());
                    var client = server.client()) {
                client.getDatabase("approval").getCollection("drafts").insertOne(new Document("_id", 1));

                int port = StoreProcess.port(other);
                assertThat(refusesFromOutside(port)).isTrue();
                server.process().destroy();
                assertThat(server.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
            }

            assertThat(other).isEmptyDirectory();
            try (var store = new RunningStore(directory)) {
                assertThat(store.collection("drafts").countDocuments()).isOne();
            }
        }

        /** Every address of this machine but the loopback. */
        private boolean refusesFromOutside(int port) throws IOException {
            for (var address :
                    InetAddress.getAllByName(InetAddress.getLocalHost().getHostName())) {
                if (!address.isLoopbackAddress()) {
                    try (var socket = new Socket()) {
                        socket.connect(new InetSocketAddress(address, port), 1000);
                        return false;
                    } catch (IOException _) {
                        continue;
                    }
                }
            }
            return true;
        }
    }

    @Nested
    class ThatCannotStart {

        @Test
        void saysThatThePortIsTaken() throws Exception {
            try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                fails(
                        StoreProcess.run(directory, "--port", Integer.toString(taken.getLocalPort())),
                        "port " + taken.getLocalPort()
                                + " of 127.0.0.1 is taken (expected: a free port, or 0 for any)");
            }
        }

        @Test
        void saysThatTheDirectoryCannotBeWritten() throws Exception {
            var file = Files.writeString(directory.resolve("file"), "");

            fails(StoreProcess.run(file), "store directory " + file + " cannot be created: " + file);
        }

        @Test
        void saysThatAnotherProcessHasTheFileOpen() throws Exception {
            try (var first = StoreProcess.start(directory)) {
                fails(
                        StoreProcess.run(directory),
                        "store file " + directory.resolve("store.mv")
                                + " is open in another process (expected: one process per store)");
                assertThat(first.process().isAlive()).isTrue();
            }
        }

        @Test
        void saysThatTheFileIsDamaged() throws Exception {
            for (var bytes : List.of(new byte[0], "nonsense".getBytes(), new byte[100_000])) {
                Files.write(directory.resolve("store.mv"), bytes);

                fails(StoreProcess.run(directory), "store file " + directory.resolve("store.mv") + " is damaged: ");
            }
        }

        @Test
        void saysHowItIsUsed() throws Exception {
            var process = StoreProcess.run(directory, "--port", "none");

            assertThat(StoreProcess.output(process))
                    .startsWith("--port none (expected: a number, 0 for any free port)\nusage: store --directory");
            assertThat(process.waitFor()).isEqualTo(2);
        }

        private static void fails(Process process, String sentence) throws Exception {
            var said = StoreProcess.output(process);

            assertThat(said).startsWith(sentence);
            assertThat(said.lines()).hasSize(1);
            assertThat(process.waitFor()).isEqualTo(1);
        }
    }

    @Nested
    class Exported {

        private final Document everything = new Document("_id", new ObjectId())
                .append("int", 1)
                .append("long", 1L << 60)
                .append("double", 0.1)
                .append("whole", 3.0)
                .append("decimal", new Decimal128(new BigDecimal("1.50")))
                .append("text", "签发 😀 \"quoted\"\n\u0000")
                .append("date", Date.from(Instant.ofEpochMilli(-1)))
                .append("bytes", new Binary(new byte[] {0, -1}))
                .append("uuid", new Binary((byte) 4, new byte[16]))
                .append("none", null)
                .append("list", List.of(1, 2L, new Document("a", false)));

        @Test
        void isTheSameWhenImported() throws Exception {
            try (var store = new RunningStore(directory)) {
                var drafts = store.collection("drafts");
                drafts.createIndex(new Document("unit", 1).append("at", -1));
                drafts.createIndex(
                        new Document("key", 1), new IndexOptions().unique(true).sparse(true));
                drafts.insertOne(everything);
                drafts.insertOne(new Document("_id", UUID.randomUUID().toString()).append("key", "k"));
                store.client().getDatabase("monitoring").createCollection("empty");
            }
            var file = directory.resolve("export.jsonl");

            StoreCommandLine.run(new String[] {"export", file.toString(), "--directory", directory.toString()});
            StoreCommandLine.run(new String[] {"import", file.toString(), "--directory", other.toString()});
            StoreCommandLine.run(new String[] {"check", "--directory", other.toString()});

            try (var store = new RunningStore(other)) {
                var drafts = store.collection("drafts");
                assertThat(drafts.find(eq(everything.get("_id"))).first()).isEqualTo(everything);
                assertThat(drafts.listIndexes()
                                .map(index -> index.getString("name"))
                                .into(new ArrayList<>()))
                        .containsExactlyInAnyOrder("_id_", "unit_1_at_-1", "key_1");
                assertThatThrownBy(() -> drafts.insertOne(new Document("key", "k")))
                        .hasMessageContaining("E11000");
                assertThat(store.client().getDatabase("monitoring").listCollectionNames())
                        .containsExactly("empty");
            }
        }

        @Test
        void isRefusedIfItBreaksOffOrThereIsAStore() throws Exception {
            try (var store = new RunningStore(directory)) {
                store.collection("drafts").insertOne(everything);
            }
            var file = directory.resolve("export.jsonl");
            StoreCommandLine.run(new String[] {"export", file.toString(), "--directory", directory.toString()});
            var lines = Files.readAllLines(file);
            var torn = Files.write(directory.resolve("torn.jsonl"), lines.subList(0, lines.size() - 1));

            assertThat(imported(torn, other)).contains("it breaks off behind 1 documents");
            assertThat(other).isEmptyDirectory();
            assertThat(imported(file, directory)).contains("exists (expected: an empty directory");
            assertThat(imported(file, other)).contains("1 documents imported");
        }

        private String imported(Path file, Path into) throws IOException {
            return StoreProcess.output(StoreProcess.run(into, "import", file.toString()));
        }
    }
}
