package cn.qianfa.contracts.delivery.inbox;

import static cn.qianfa.contracts.delivery.inbox.ParkedFixture.DRAFT;
import static cn.qianfa.contracts.delivery.inbox.ParkedFixture.NOW;
import static cn.qianfa.contracts.delivery.inbox.ParkedFixture.act;
import static cn.qianfa.contracts.delivery.inbox.ParkedFixture.broken;
import static cn.qianfa.contracts.delivery.inbox.ParkedFixture.payload;
import static cn.qianfa.contracts.delivery.inbox.ParkedFixture.recalled;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.inbox.Interventions.About;
import cn.qianfa.contracts.delivery.inbox.Interventions.Answer;
import cn.qianfa.contracts.delivery.inbox.Interventions.Intervention;
import cn.qianfa.contracts.delivery.inbox.Interventions.What;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store of parked events, and of what people did with them, promises. */
abstract class ParkedContract {
    private final ParkedFixture fixture = new ParkedFixture();
    private final Subscription following = fixture.following;

    protected abstract Parked parked();

    protected abstract Interventions interventions();

    private Parked.Waiting waiting() {
        return parked().find(fixture.id()).orElseThrow();
    }

    @Test
    void nothingWaitsAtFirst() {
        assertThat(parked().find(fixture.id())).isEmpty();
        assertThat(parked().list(null, 10)).isEmpty();
        assertThat(parked().append(following, DRAFT, recalled(2))).isFalse();
        assertThat(parked().count("test.follower")).isZero();
    }

    @Nested
    class TwoEventsThatWait {
        @BeforeEach
        void park() {
            parked().park(following, DRAFT, broken(1), ParkedCause.UNREADABLE, "Unexpected end");
            parked().append(following, DRAFT, recalled(2));
        }

        @Test
        void areShownWithTheFirstAndTheCause() {
            var shown = waiting();

            assertThat(shown.cause()).isEqualTo(ParkedCause.UNREADABLE);
            assertThat(shown.detail()).isEqualTo("Unexpected end");
            assertThat(shown.since()).isEqualTo(NOW);
            assertThat(shown.count()).isEqualTo(2);
            assertThat(shown.first().value()).isEqualTo(broken(1).value());
            assertThat(shown.first().headers().lastHeader("ce_seq").value()).isEqualTo(new byte[] {'1'});
            assertThat(shown.decisions()).isEmpty();
            assertThat(parked().count("test.follower")).isEqualTo(1);
        }

        @Test
        void waitOnceHoweverOftenTheyCome() {
            parked().park(following, DRAFT, broken(1), ParkedCause.UNREADABLE, "");
            parked().append(following, DRAFT, recalled(2));

            assertThat(waiting().count()).isEqualTo(2);
        }

        @Test
        void areListedBehindAnId() {
            parked().park(following, "d2", broken(1), ParkedCause.GAP, "");

            assertThat(parked().list(null, 1)).extracting(Parked.Waiting::key).containsExactly(DRAFT);
            assertThat(parked().list(fixture.id(), 5))
                    .extracting(Parked.Waiting::key)
                    .containsExactly("d2");
        }

        @Test
        void aRepairStandsWithTheFirst() {
            var read = waiting();

            assertThat(parked().decide(read, act("a1", What.REPAIR, read), payload()))
                    .isTrue();

            assertThat(waiting().first().value()).isEqualTo(payload());
            assertThat(waiting().decisions()).extracting(Intervention::what).containsExactly(What.REPAIR);
            assertThat(waiting().decisions().getFirst().original())
                    .isEqualTo(broken(1).value());
            assertThat(waiting().isSkipped()).isFalse();
        }

        @Test
        void aSkipStandsWithTheFirst() {
            var read = waiting();

            assertThat(parked().decide(read, act("a1", What.SKIP, read), null)).isTrue();

            assertThat(waiting().isSkipped()).isTrue();
            assertThat(waiting().first().value()).isEqualTo(broken(1).value());
        }

        @Test
        void whoLookedBeforeSomebodyDecidedChangesNothing() {
            var read = waiting();
            parked().decide(read, act("a1", What.REPAIR, read), payload());

            assertThat(parked().decide(read, act("a2", What.SKIP, read), null)).isFalse();
            assertThat(parked().passed(read)).isFalse();
            parked().blocked(read, ParkedCause.GAP, "");

            assertThat(waiting().decisions()).hasSize(1);
            assertThat(waiting().count()).isEqualTo(2);
            assertThat(waiting().cause()).isEqualTo(ParkedCause.UNREADABLE);
        }

        @Test
        void whoLookedAtAnotherFirstChangesNothing() {
            var read = waiting();
            assertThat(parked().passed(read)).isTrue();

            assertThat(parked().decide(read, act("a1", What.SKIP, read), null)).isFalse();
            assertThat(parked().passed(read)).isFalse();

            assertThat(waiting().count()).isEqualTo(1);
            assertThat(waiting().first().offset()).isEqualTo(2);
            assertThat(waiting().decisions()).isEmpty();
        }

        @Test
        void sayWhyTheNextIsBlocked() {
            parked().blocked(waiting(), ParkedCause.FAILED, "a bug");

            assertThat(waiting().cause()).isEqualTo(ParkedCause.FAILED);
            assertThat(waiting().detail()).isEqualTo("a bug");
        }

        @Test
        void endWithTheLast() {
            var first = waiting();
            parked().decide(first, act("a1", What.REPAIR, first), payload());

            assertThat(parked().passed(waiting())).isTrue();
            assertThat(parked().passed(waiting())).isTrue();

            assertThat(parked().find(fixture.id())).isEmpty();
            assertThat(parked().among(following, List.of(DRAFT))).isEmpty();
            assertThat(parked().append(following, DRAFT, recalled(3))).isFalse();
        }

        @Test
        void theLastStaysWhileAnotherIsPutBehindIt() {
            parked().passed(waiting());
            var last = waiting();
            parked().append(following, DRAFT, recalled(3));

            assertThat(parked().passed(last)).isTrue();

            assertThat(waiting().first().offset()).isEqualTo(3);
        }
    }

    @Nested
    class WhatPeopleDid {
        @SuppressWarnings("NullAway.Init") // made before each test
        private Intervention act;

        @BeforeEach
        void repair() {
            parked().park(following, DRAFT, broken(7), ParkedCause.UNREADABLE, "");
            act = act("a1", What.REPAIR, waiting());
            interventions().keep(act);
        }

        @Test
        void isFoundByItsCommandWithEverything() {
            var found = interventions().of(act.command()).orElseThrow();

            assertThat(found).usingRecursiveComparison().isEqualTo(act);
            assertThat(interventions().of(new Cause.Command("admin|other", "hash", "")))
                    .isEmpty();
            assertThat(interventions().touched(fixture.id())).isTrue();
            assertThat(interventions().touched("other")).isFalse();
        }

        @Test
        void isKeptOnce() {
            interventions().keep(act);

            assertThat(interventions().newest(null, 10)).hasSize(1);
        }

        @Test
        void keepsItsFirstAnswer() {
            interventions().answered("a1", new Answer(1, 2, ParkedCause.GAP, "number 9"));
            interventions().answered("a1", new Answer(9, 0, null, ""));

            assertThat(interventions().of(act.command()).orElseThrow().answer())
                    .isEqualTo(new Answer(1, 2, ParkedCause.GAP, "number 9"));
        }

        @Test
        void losesTheReplacedBytesWhenTheirTimeIsOverAndNothingElse() {
            assertThat(interventions().forgetOriginals(act.at())).isZero();
            assertThat(interventions().of(act.command()).orElseThrow().original())
                    .isEqualTo(act.original());

            assertThat(interventions().forgetOriginals(act.at().plusMillis(1))).isEqualTo(1);

            assertThat(interventions().of(act.command()).orElseThrow())
                    .usingRecursiveComparison()
                    .ignoringFields("original")
                    .isEqualTo(act);
            assertThat(interventions().of(act.command()).orElseThrow().original())
                    .isNull();
            assertThat(interventions().forgetOriginals(act.at().plusMillis(1))).isZero();
            assertThat(interventions().decided("test.follower", 3, 5)).hasSize(1);
        }

        @Test
        void isListedNewestFirst() {
            interventions().keep(act("a2", What.SKIP, waiting()));
            interventions().keep(act("a3", What.REPLAY, waiting()));

            assertThat(interventions().newest(null, 2))
                    .extracting(Intervention::id)
                    .containsExactly("a3", "a2");
            assertThat(interventions().newest("a2", 2))
                    .extracting(Intervention::id)
                    .containsExactly("a1");
        }

        @Test
        void isKnownByTheEventThatComesAgain() {
            interventions().keep(act("a3", What.REPLAY, waiting()));

            assertThat(interventions().decided("test.follower", 3, 5))
                    .singleElement()
                    .matches(about -> about.is(broken(7)))
                    .extracting(About::seq)
                    .isEqualTo(7L);
            assertThat(interventions().decided("test.follower", 3, 8)).isEmpty();
            assertThat(interventions().decided("test.follower", 2, 0)).isEmpty();
            assertThat(interventions().decided("test.other", 3, 0)).isEmpty();
        }
    }
}
