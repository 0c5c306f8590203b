package cn.qianfa.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.qianfa.e2e.Scripts.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever keeps the system from starting is one sentence, and nothing is left half started. */
class UpRefusesIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @AfterEach
    void endWhatIsLeft() {
        Scripts.of(directory).endEverything();
    }

    @Nested
    class BecauseOfTheMachine {
        @Test
        void whosePortIsTaken() throws Exception {
            try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                var port = Integer.toString(other.getLocalPort());

                refuses(
                        Scripts.of(directory).with("QIANFA_APPROVAL_PORT", port),
                        "Port " + port + " on 127.0.0.1 is taken by another program (expected: free, approval needs"
                                + " it); stop that program or choose another port with QIANFA_APPROVAL_PORT.");
            }
        }

        @Test
        void whoseDiskIsFull() throws Exception {
            var answer =
                    refuses(Scripts.of(directory).with("QIANFA_MIN_FREE_MB", "2147483647"), "The disk of the data");

            assertThat(answer.said()).contains("MB left (expected: at least 2147483647 MB)");
        }

        @Test
        void whichHasNoJdk() throws Exception {
            refuses(
                    withoutJdk(),
                    "No JDK 25 or newer was found (found: none); install JDK 25 or let JAVA_HOME point to it.");
        }

        @Test
        void whoseJdkIsTooOld() throws Exception {
            var jdk = directory.resolve("jdks/17");
            Files.createDirectories(jdk.resolve("bin"));
            Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"17.0.19\"\n");
            assertThat(Files.createFile(jdk.resolve("bin/javac")).toFile().setExecutable(true))
                    .isTrue();

            refuses(
                    withoutJdk()
                            .with("QIANFA_JDK_PATH", directory.resolve("jdks").toString()),
                    "No JDK 25 or newer was found (found: " + jdk
                            + " (17)); install JDK 25 or let JAVA_HOME point to it.");
        }

        private Scripts withoutJdk() throws IOException {
            var tools = Files.createDirectories(directory.resolve("tools"));
            for (var tool : List.of("bash", "env", "dirname", "readlink", "sed", "locale")) {
                Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
            }
            return Scripts.of(directory)
                    .with("PATH", tools.toString())
                    .with("JAVA_HOME", "")
                    .with("QIANFA_JDK_PATH", "");
        }
    }

    @Nested
    class BecauseOfTheDataDirectory {
        @Test
        void whichCannotBeWritten() throws Exception {
            var file = Files.createFile(directory.resolve("file"));

            refuses(
                    Scripts.of(directory)
                            .with("QIANFA_DATA", file.resolve("qianfa").toString()),
                    "The data directory " + file.resolve("qianfa") + " cannot be written: ");
        }

        @Test
        void whichBelongsToSomebodyElse() throws Exception {
            assumeTrue(
                    Files.getOwner(directory).getName().equals("root"), "NOT RUN: only root can give a directory away");
            var scripts = Scripts.of(directory);
            Files.setAttribute(Files.createDirectory(scripts.home()), "unix:uid", 65534);

            refuses(scripts, "The data directory " + scripts.home() + " belongs to ");
        }

        @Test
        void whoseLogAndStoreDoNotBelongTogether() throws Exception {
            var scripts = Scripts.of(directory);
            Files.createDirectories(scripts.home().resolve("kafka/__cluster_metadata-0"));
            Files.writeString(scripts.home().resolve("kafka/installation.id"), "one");
            Files.createDirectories(scripts.home().resolve("store"));
            Files.writeString(scripts.home().resolve("store/installation.id"), "other");

            refuses(
                    scripts,
                    "The broker's log " + scripts.home().resolve("kafka") + " (one) and the store "
                            + scripts.home().resolve("store") + " (other) are not of one installation");
        }

        @Test
        void inWhichThePartThatDiedTakesTheOthersWithIt() throws Exception {
            var scripts = Scripts.of(directory);
            for (var part : List.of("kafka", "store")) {
                Files.createDirectories(scripts.home().resolve(part));
                Files.writeString(scripts.home().resolve(part).resolve("installation.id"), "same");
            }
            Files.createDirectory(scripts.home().resolve("kafka/__cluster_metadata-0"));

            var answer = scripts.run("up");

            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.said())
                    .contains("broker did not start; the last error in its log: broker: the broker's records in ")
                    .contains("what this call had started is stopped again");
            assertThat(scripts.running()).isEmpty();
            assertThat(scripts.home().resolve("run")).isEmptyDirectory();
        }
    }

    @Nested
    class BecauseOfTheBuild {
        @Test
        void ofWhichAJarIsMissing() throws Exception {
            var root = copyOfTheLauncher();

            refuses(
                    Scripts.of(directory).in(root),
                    root.resolve("deploy/embedded/target/embedded-0.1.0-SNAPSHOT.jar") + " is missing (expected: the"
                            + " build makes it); run ./mvnw -DskipTests package and try again.");
        }

        @Test
        void ofWhichAJarIsCutOff() throws Exception {
            var root = copyOfTheLauncher();
            var jar = Path.of("deploy/embedded/target/embedded-0.1.0-SNAPSHOT.jar");
            var whole = Files.readAllBytes(Scripts.of(directory).root().resolve(jar));
            Files.createDirectories(root.resolve(jar).getParent());
            Files.write(root.resolve(jar), Arrays.copyOf(whole, whole.length / 2));

            refuses(Scripts.of(directory).in(root), root.resolve(jar) + " is not whole: ");
        }

        @Test
        void whichFails() throws Exception {
            var root = copyOfTheLauncher();
            var sources = Scripts.of(directory).root();
            Files.copy(sources.resolve("mvnw"), root.resolve("mvnw"), StandardCopyOption.COPY_ATTRIBUTES);
            copy(sources.resolve(".mvn"), root.resolve(".mvn"));
            Files.writeString(root.resolve("pom.xml"), "<project><modelVersion>4.0.0</modelVersion></project>");

            var answer =
                    Scripts.of(directory).in(root).with("QIANFA_BUILD", "auto").run("up");

            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.said())
                    .contains("The build failed: ")
                    .contains("remove the cause and run deploy/up again.");
            assertThat(root.resolve("target/build.stamp")).doesNotExist();
        }

        private Path copyOfTheLauncher() throws IOException {
            var root = Files.createDirectory(directory.resolve("sources"));
            var sources = Scripts.of(directory).root();
            for (var file : List.of(
                    "deploy/up",
                    "deploy/launcher/launch.sh",
                    "deploy/launcher/target/launcher.jar",
                    "deploy/launcher/target/lib")) {
                copy(sources.resolve(file), root.resolve(file));
            }
            return root;
        }

        private void copy(Path from, Path to) throws IOException {
            Files.createDirectories(to.getParent());
            try (var files = Files.walk(from)) {
                for (var file : files.toList()) {
                    Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    @Nested
    class Interrupted {
        @Test
        void stopsWhatItHadStarted() throws Exception {
            var scripts = Scripts.of(directory);
            var up = scripts.start("up");
            await().atMost(LONG).until(() -> up.said().contains("Starting: approval"));
            await().atMost(LONG).until(() -> scripts.running().size() == 6);

            new ProcessBuilder("kill", "-INT", Long.toString(up.process().pid()))
                    .start()
                    .waitFor();

            var answer = up.answer();
            assertThat(answer.code()).isEqualTo(130);
            assertThat(answer.said()).endsWith("Interrupted; stopping what this call had started ...\n");
            assertThat(scripts.running()).isEmpty();
            assertThat(scripts.home().resolve("run")).isEmptyDirectory();
        }

        @Test
        void neverStopsAProcessThatOnlyHasTheSameNumber() throws Exception {
            var scripts = Scripts.of(directory);
            var other = new ProcessBuilder("sleep", "60").start();
            try {
                Files.createDirectories(scripts.home().resolve("run"));
                Files.writeString(scripts.home().resolve("run/gateway.process"), """
                        pid=%d
                        birth=an earlier boot/123
                        started=2026-11-24T08:00:00Z
                        build=none
                        log-from=0
                        """.formatted(other.pid()));

                var status = scripts.run("status");
                var down = scripts.run("down");

                assertThat(status.said()).containsPattern("gateway +has ended");
                assertThat(down.said()).isEqualTo("Nothing was running.\n");
                assertThat(other.isAlive()).isTrue();
            } finally {
                other.destroyForcibly();
            }
        }
    }

    private static Answer refuses(Scripts scripts, String sentence) throws IOException {
        var answer = scripts.run("up");

        assertThat(answer.code()).as(answer.said()).isEqualTo(1);
        assertThat(answer.said()).startsWith(sentence).hasLineCount(1);
        assertThat(scripts.running()).isEmpty();
        return answer;
    }
}
