package cn.qianfa.launcher.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects one sentence, told in English. */
public final class Refusals {
    private Refusals() {}

    public static void assertRefused(ThrowingCallable call, String... parts) {
        var refused = catchThrowableOfType(Refused.class, call);
        assertThat(refused).as("refused").isNotNull();
        assertThat(Messages.english().text(refused.sentence())).contains(parts);
    }
}
