package cn.qianfa.contracts.delivery;

import static cn.qianfa.contracts.delivery.Reacted.APPLIED;
import static cn.qianfa.contracts.delivery.Reacted.DUPLICATE;
import static cn.qianfa.contracts.delivery.Reacted.GAP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RevisionTest {
    private static final String SOURCE = "approval.drafts";

    private final Revision afterTheThird = new Revision(7, 2, 0, Map.of(SOURCE, new Applied(3, "third")), List.of());

    @Nested
    class Following {
        @Test
        void takesTheNextNumber() {
            assertThat(afterTheThird.follow(number(4, "fourth"))).isEqualTo(APPLIED);
        }

        @Test
        void dropsWhatCameBefore() {
            assertThat(afterTheThird.follow(number(3, "third"))).isEqualTo(DUPLICATE);
            assertThat(afterTheThird.follow(number(1, "first"))).isEqualTo(DUPLICATE);
        }

        @Test
        void stopsAtAHole() {
            assertThat(afterTheThird.follow(number(5, "fifth"))).isEqualTo(GAP);
        }

        @Test
        void noticesAForkedHistory() {
            assertThat(afterTheThird.follow(number(3, "another third"))).isEqualTo(new Reacted.Forked("third"));
        }

        @Test
        void beginsAtTheFirstOfASourceItHasNotSeen() {
            assertThat(afterTheThird.follow(new Position("approval.publications", "k", 1, "x")))
                    .isEqualTo(APPLIED);
            assertThat(afterTheThird.follow(new Position("approval.publications", "k", 2, "x")))
                    .isEqualTo(GAP);
        }
    }

    @Nested
    class Mirroring {
        @Test
        void takesAnyNewerNumber() {
            assertThat(afterTheThird.mirror(number(9, "ninth"))).isEqualTo(APPLIED);
        }

        @Test
        void dropsWhatIsNotNewer() {
            assertThat(afterTheThird.mirror(number(3, "third"))).isEqualTo(DUPLICATE);
            assertThat(afterTheThird.mirror(number(2, "second"))).isEqualTo(DUPLICATE);
        }

        @Test
        void noticesAForkedHistory() {
            assertThat(afterTheThird.mirror(number(3, "another third"))).isEqualTo(new Reacted.Forked("third"));
        }
    }

    private static Position number(long seq, String id) {
        return new Position(SOURCE, "draft", seq, id);
    }
}
