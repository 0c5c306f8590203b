package cn.qianfa.approval.publication;

import static cn.qianfa.approval.People.DIRECTOR;
import static cn.qianfa.approval.People.PUBLISHER;
import static cn.qianfa.approval.draft.DraftFixture.NOW;
import static cn.qianfa.approval.draft.DraftFixture.aDraft;
import static cn.qianfa.approval.draft.DraftFixture.finding;
import static cn.qianfa.approval.draft.DraftFixture.sight;
import static cn.qianfa.approval.draft.DraftFixture.verdictOn;
import static cn.qianfa.approval.publication.PublicationFixture.jobOf;
import static cn.qianfa.approval.publication.PublicationFixture.waiting;
import static cn.qianfa.approval.registry.RegistryFixture.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.qianfa.approval.Asking;
import cn.qianfa.approval.People;
import cn.qianfa.approval.draft.DraftFixture;
import cn.qianfa.approval.draft.InMemoryDrafts;
import cn.qianfa.approval.draft.WhenCheckedKeepVerdict;
import cn.qianfa.approval.publication.FakePlatform.Mood;
import cn.qianfa.approval.registry.CloseAccount;
import cn.qianfa.approval.registry.EndAppointment;
import cn.qianfa.approval.registry.Platform;
import cn.qianfa.approval.registry.RegistryFixture;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.event.PublicationFailed;
import cn.qianfa.contracts.event.PublicationUncertain;
import cn.qianfa.contracts.event.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("article-7")
class PublishTest {
    private final RegistryFixture district =
            new RegistryFixture().filing().appointing(DIRECTOR, PUBLISHER, People.ADMIN);
    private final InMemoryDrafts drafts = new InMemoryDrafts();
    private final InMemoryPublications publications = new InMemoryPublications();
    private final Job job = jobOf(DraftFixture.in(drafts, aDraft().released()));
    private Instant now = NOW;
    private long nanos;

    @Nested
    class ToAChannelThatPostsOnce {
        private final FakePlatform site = new FakePlatform(true);
        private final Publish publish = publish(site);

        @Test
        void aDueOneIsPostedOnceAndAnnounced() {
            schedule();

            publish.publish(job.id());
            publish.publish(job.id());

            assertThat(site.posts()).containsExactly(job.id().value());
            assertThat(publications.news())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Published.class,
                            published -> assertThat(published.contentHash()).isEqualTo(job.contentHash()));
        }

        @Test
        void oneThatIsNotDueYetIsNotPosted() {
            publications.add(waiting(job, NOW.plusSeconds(1)), Cause.OWN);

            publish.publish(job.id());

            assertThat(site.posts()).isEmpty();
        }

        @Test
        void aCancelledOneIsNeverPosted() {
            schedule();
            new CancelPublication(publications, sight(), DraftFixture.CLOCK)
                    .cancel(job.id(), Asking.by(PUBLISHER, "改期"));
            now = NOW.plus(Duration.ofDays(1));

            publish.publish(job.id());

            assertThat(site.posts()).isEmpty();
            assertThat(state()).isEqualTo(Publication.State.CANCELLED);
        }

        @ParameterizedTest
        @EnumSource(
                names = {"TAKES_IT_AND_FALLS_SILENT", "FALLS_SILENT", "TAKES_IT_AND_THE_CALLER_DIES", "THE_CALLER_DIES"
                })
        void whateverHappensDuringTheCallItStandsThereOnceInTheEnd(Mood mood) {
            schedule();
            site.next(mood);
            catchThrowable(() -> publish.publish(job.id()));
            site.next(Mood.ANSWERS);
            publish.publish(job.id());
            assertThat(state()).as("the claim stands").isEqualTo(Publication.State.PUBLISHING);

            now = NOW.plus(Publish.CLAIM);
            publish.publish(job.id());
            publish.publish(job.id());

            assertThat(site.posts()).containsExactly(job.id().value());
            assertThat(publications.news()).singleElement().isInstanceOf(Published.class);
        }

        @Test
        void whatThePlatformDeclinesHasFailed() {
            schedule();
            site.next(Mood.DECLINES);

            publish.publish(job.id());

            assertThat(failure()).isEqualTo("too-similar");
        }

        @Test
        void aProcessThatSleptBeforeItsCallDoesNotCall() {
            schedule();
            var slow =
                    new Publish(publications, permission(), Map.of(Platform.SITE, site), () -> now, this::asleep, "p");

            slow.publish(job.id());

            assertThat(site.posts()).isEmpty();
            assertThat(state()).isEqualTo(Publication.State.WAITING);
        }

        private long asleep() {
            nanos += Publish.CALL_WITHIN.toNanos() + 1;
            return nanos;
        }
    }

    @Nested
    class ToAChannelThatPostsTwiceWhenAskedTwice {
        private final FakePlatform platform = new FakePlatform(false);
        private final Publish publish = publish(platform);

        @ParameterizedTest
        @EnumSource(names = {"FALLS_SILENT", "THE_CALLER_DIES"})
        void isNeverAskedAgainWhileTheOutcomeIsUnknown(Mood mood) {
            schedule();
            platform.next(mood);
            catchThrowable(() -> publish.publish(job.id()));
            platform.next(Mood.ANSWERS);
            now = NOW.plus(Publish.CLAIM);

            publish.publish(job.id());
            publish.publish(job.id());

            assertThat(platform.posts()).isEmpty();
            assertThat(publications.news()).singleElement().isInstanceOf(PublicationUncertain.class);
        }

        @Test
        void isLookedUpAfterACrashAndWhatStandsThereIsTaken() {
            schedule();
            platform.next(Mood.TAKES_IT_AND_THE_CALLER_DIES);
            catchThrowable(() -> publish.publish(job.id()));
            now = NOW.plus(Publish.CLAIM);

            publish.publish(job.id());

            assertThat(platform.posts()).hasSize(1);
            assertThat(publications.news()).singleElement().isInstanceOf(Published.class);
        }
    }

    @Nested
    class InTheMomentOfPosting {
        private final FakePlatform site = new FakePlatform(true);
        private final Publish publish = publish(site);

        @Test
        @Tag("article-5")
        void aClosedAccountFails() {
            schedule();
            new CloseAccount(district.accounts, district.jurisdiction, () -> now)
                    .close(ACCOUNT, Asking.by(People.ADMIN, "停止更新"));

            publish.publish(job.id());

            assertThat(failure()).isEqualTo("account-not-filed");
            assertThat(site.posts()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"director", "publisher"})
        @Tag("article-6")
        void aLeaverUnderItFails(String leaver) {
            schedule();
            new EndAppointment(district.appointments, district.jurisdiction, () -> now)
                    .end(leaver, Asking.by(People.ADMIN));

            publish.publish(job.id());

            assertThat(failure()).isEqualTo("staff-left");
        }

        @Test
        void aSignatureUnderAnotherContentFails() {
            var other = new Job(
                    job.id(), job.draft(), ACCOUNT, job.unit(), job.by(), "f".repeat(64), NOW, job.resolutions());
            publications.add(waiting(other, NOW), Cause.OWN);

            publish.publish(job.id());

            assertThat(failure()).isEqualTo("signature-void");
        }

        @Test
        @Tag("article-10")
        void aBlockThatCameLateFails() {
            schedule();
            var draft = drafts.find(job.draft()).orElseThrow().value();
            new WhenCheckedKeepVerdict(drafts)
                    .react(
                            verdictOn(draft, finding("secrecy", "BLOCK")),
                            new Position("verdicts", draft.id().value(), 1, "event"));

            publish.publish(job.id());

            assertThat(failure()).isEqualTo("blocked-by-finding");
        }
    }

    private Publish publish(Channel channel) {
        return new Publish(
                publications, permission(), Map.of(Platform.SITE, channel), () -> now, () -> nanos, "process");
    }

    private Permission permission() {
        return new Permission(drafts, district.accounts, district.appointments);
    }

    private void schedule() {
        publications.add(waiting(job, NOW), Cause.OWN);
    }

    private Publication.State state() {
        return publications.find(job.id()).orElseThrow().value().state();
    }

    private String failure() {
        assertThat(state()).isEqualTo(Publication.State.FAILED);
        return ((PublicationFailed) publications.news().getLast()).reason();
    }
}
