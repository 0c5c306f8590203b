package cn.qianfa.launcher.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern KEY = Pattern.compile("\"([a-z]+\\.[a-z-]+|usage)\"");

    @Test
    void areTheSameInBothLanguages() throws IOException {
        var chinese = load("messages.properties");
        var english = load("messages_en.properties");

        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        for (var key : chinese.stringPropertyNames()) {
            assertThat(places(english.getProperty(key))).as(key).isEqualTo(places(chinese.getProperty(key)));
        }
    }

    @Test
    void areThereForWhateverIsSaid() throws IOException {
        Set<String> said = new TreeSet<>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source : sources.filter(Files::isRegularFile).toList()) {
                KEY.matcher(Files.readString(source)).results().forEach(match -> said.add(match.group(1)));
            }
        }
        said.removeIf(key -> key.matches("user\\.home|java\\.home|qianfa\\.root|run\\.new|run\\.lock|build\\.stamp"
                + "|ports\\.properties|ticket\\.key|webhook\\.key|admin\\.password|installation\\.id|qianfa\\.lock"
                + "|log\\.level|manifest\\.json"));

        assertThat(load("messages.properties").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(said);
    }

    @Test
    void sayASentenceWithinASentenceInTheSameLanguage() {
        var sentence = Sentence.of("status.unready", "rules", 7, Sentence.of("state.silent", 9082));

        assertThat(Messages.chinese().text(sentence)).isEqualTo("rules 未就绪（进程 7）：端口 9082 尚无应答");
        assertThat(Messages.english().text(sentence))
                .isEqualTo("rules not ready (process 7): no answer on port 9082 yet");
    }

    @Test
    void areChineseUnlessEnglishIsAskedFor() {
        assertThat(Messages.in("en_GB").text(Sentence.of("status.up"))).isEqualTo("Everything is up.");
        assertThat(Messages.in("zh").text(Sentence.of("status.up"))).isEqualTo("全部正常。");
        assertThat(Messages.in("fr").text(Sentence.of("status.up"))).isEqualTo("全部正常。");
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(text).results().forEach(match -> places.add(match.group()));
        return places;
    }

    private static Properties load(String name) throws IOException {
        var properties = new Properties();
        try (var lines = new InputStreamReader(
                Objects.requireNonNull(Messages.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            properties.load(lines);
        }
        return properties;
    }
}
