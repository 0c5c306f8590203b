package cn.qianfa.monitoring.alert;

import static cn.qianfa.monitoring.alert.AlertFixture.aNotice;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every way outward promises, whoever is at the other end. */
@Tag("article-13")
public abstract class BellContract {
    private static final Duration SLACK = Duration.ofSeconds(10);

    protected abstract Bell bell();

    /** The alert, as this way is told it. */
    protected abstract Bell.Call call(Notice notice);

    /** The other end says that it cannot just now. */
    protected abstract void isBusy();

    /** The other end takes the connection and says nothing. */
    protected abstract void isSilent();

    /** Nobody is at the other end. */
    protected abstract void isAway();

    /** Under which ids it was rung, as they arrived. */
    protected abstract List<String> heard();

    @Test
    void isTakenWithWhatTheOtherEndReplied() {
        var notice = aNotice();

        assertThat(bell().ring(call(notice)))
                .isInstanceOfSatisfying(
                        Bell.Rung.Taken.class,
                        taken -> assertThat(taken.reply()).isNotBlank());
        assertThat(heard()).singleElement().asString().contains(notice.id().value());
    }

    @Test
    void isKnownForTheSameWhenItIsRungAgain() {
        var notice = aNotice();

        bell().ring(call(notice));
        bell().ring(call(notice));
        bell().ring(call(aNotice()));

        assertThat(heard()).hasSize(3);
        assertThat(heard().get(1)).isEqualTo(heard().get(0));
        assertThat(heard().get(2)).isNotEqualTo(heard().get(0));
    }

    @Test
    void isPutOffWhereTheOtherEndIsBusyAwayOrSilent() {
        isBusy();
        assertThat(bell().ring(call(aNotice()))).isInstanceOf(Bell.Rung.Deferred.class);
        isSilent();
        var begun = Instant.now();
        assertThat(bell().ring(call(aNotice()))).isInstanceOf(Bell.Rung.Deferred.class);
        assertThat(Duration.between(begun, Instant.now()))
                .isLessThan(bell().longest().plus(SLACK));
        isAway();
        assertThat(bell().ring(call(aNotice()))).isInstanceOf(Bell.Rung.Deferred.class);
    }
}
