package cn.qianfa.gateway.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationCodeTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"0123-4567-89AB-CDEF", "0123456789abcdef", " 0123 4567 89ab-cdef "})
    void isReadHoweverItIsTyped(String typed) {
        assertThat(ActivationCode.read(typed).map(ActivationCode::shown)).contains("0123-4567-89AB-CDEF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123-4567-89AB-CDE", "0123-4567-89AB-CDEFG", "0123-4567-89AB-CDEU", "{\"$gt\":\"\"}"})
    void isNotReadFromAnythingElse(String typed) {
        assertThat(ActivationCode.read(typed)).isEmpty();
    }

    @Test
    void isTheSameForTheSameCommandAndNoOther() throws IOException {
        var key = CodeKey.in(directory.resolve("key"));
        var again = CodeKey.in(directory.resolve("key"));
        var other = CodeKey.in(directory.resolve("other"));

        var code = ActivationCode.of("admin|staff-1|key", key.get());

        assertThat(ActivationCode.of("admin|staff-1|key", again.get())).isEqualTo(code);
        assertThat(ActivationCode.of("admin|staff-2|key", key.get())).isNotEqualTo(code);
        assertThat(ActivationCode.of("admin|staff-1|key", other.get())).isNotEqualTo(code);
        assertThat(ActivationCode.read(code.shown())).contains(code);
    }
}
