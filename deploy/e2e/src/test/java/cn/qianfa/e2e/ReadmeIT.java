package cn.qianfa.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README tells people to type is typed here, byte for byte, in one shell that stops at the first refusal. */
class ReadmeIT {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    @AfterEach
    void endWhatIsLeft() {
        Scripts.of(directory).endEverything();
    }

    @Test
    @Tag("article-7")
    @Tag("article-10")
    @Tag("article-13")
    void leadsFromTheFirstCommandToAnAnsweredAlert() throws Exception {
        var scripts = Scripts.of(directory).with("QIANFA_RECEIVER_PORT", freePort());
        var lines = Files.writeString(directory.resolve("readme.sh"), typed(readme(scripts)));

        var answer = scripts.call(List.of("bash", "-eu", lines.toString())).answer();

        assertThat(answer.code()).as(answer.said()).isZero();
        assertThat(answer.said())
                .containsSubsequence(
                        "Qianfa is ready: http://127.0.0.1:",
                        "Everything is up.",
                        "drafter.health",
                        "\"checked\":\"BLOCKED\"",
                        "\"article\":\"A10-6\"",
                        "\"start\":22,\"end\":26",
                        "\"remedy\":\"",
                        "\"state\":\"WRITTEN\"",
                        "\"checked\":\"CLEAN\"",
                        "\"state\":\"SIGNED\"",
                        "\"state\":\"PUBLISHED\"",
                        "<p>本周六上午社区卫生服务中心免费义诊",
                        "<entry>",
                        "#thanks",
                        "\"reason\":\"threat\"",
                        "for duty.health round 1",
                        "\"state\":\"ACKNOWLEDGED\"",
                        "\"round\":2",
                        "for standby.health round 2",
                        "the data is kept",
                        "\"state\":\"OPEN\"",
                        "Everything is stopped");
        await().atMost(SOON).untilAsserted(() -> assertThat(scripts.running()).isEmpty());
    }

    @Test
    void namesTheCommandTheBuildItselfIsTestedWith() throws Exception {
        var root = Scripts.of(directory).root();

        assertThat(Files.readString(root.resolve("README.md"))).contains("## Test\n\n```\n./mvnw verify\n```\n");
        assertThat(Files.readAllLines(root.resolve(".ci/run"))).contains("./mvnw verify");
    }

    private static String readme(Scripts scripts) throws Exception {
        return Files.readString(scripts.root().resolve("README.md"));
    }

    private static String typed(String readme) {
        var typed = BLOCK.matcher(readme).results().map(block -> block.group(1)).collect(Collectors.joining());
        assertThat(typed).startsWith("deploy/up\n").endsWith("deploy/down\n");
        return typed;
    }

    private static String freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        }
    }
}
