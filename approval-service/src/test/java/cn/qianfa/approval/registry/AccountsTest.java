package cn.qianfa.approval.registry;

import static cn.qianfa.approval.People.ADMIN;
import static cn.qianfa.approval.People.LEADER;
import static cn.qianfa.approval.People.STRANGER;
import static cn.qianfa.approval.registry.RegistryFixture.ACCOUNT;
import static cn.qianfa.approval.registry.RegistryFixture.CLOCK;
import static cn.qianfa.approval.registry.RegistryFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.approval.Asking;
import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.Stale;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Outcome.VersionRequired;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.contracts.event.AccountClosed;
import cn.qianfa.contracts.event.AccountFiled;
import cn.qianfa.contracts.identity.Actor;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private final RegistryFixture district = new RegistryFixture();
    private final RegisterAccount registerAccount =
            new RegisterAccount(district.accounts, district.units, district.jurisdiction, CLOCK);
    private final CloseAccount closeAccount = new CloseAccount(district.accounts, district.jurisdiction, CLOCK);

    @Nested
    @Tag("article-3")
    class NoAccount {
        @Test
        void isRegisteredByTheAdministratorAndNotAnnouncedYet() {
            assertThat(register(ADMIN)).isEqualTo(new Done(ACCOUNT, 1, "REGISTERED"));
            assertThat(district.accounts.news()).isEmpty();
        }

        @Test
        void isRegisteredByNobodyElse() {
            assertThat(register(LEADER)).isEqualTo(Outcome.refused(Refusal.NOT_PERMITTED));
        }

        @Test
        void hasAUnit() {
            var form = new RegisterAccount.Form(Platform.SITE, "名");

            assertThat(registerAccount.register("nowhere", Asking.by(ADMIN, form)))
                    .isInstanceOf(Unknown.class);
        }
    }

    @Nested
    class ARegisteredAccount {
        {
            register(ADMIN);
        }

        @Test
        @Tag("article-3")
        void isTheOnlyOneOfItsUnitOnItsPlatform() {
            assertThat(register(ADMIN)).isEqualTo(Outcome.refused(Refusal.ALREADY_THERE));
        }

        @Test
        @Tag("article-5")
        void isFiledAndAnnounced() {
            assertThat(district.file(ADMIN, 1)).isEqualTo(new Done(ACCOUNT, 2, "FILED"));
            assertThat(district.accounts.news()).containsExactly(new AccountFiled(ACCOUNT, "town", "site", "镇政府", NOW));
        }

        @Test
        void isFiledOnlyAsItWasRead() {
            assertThat(district.file(ADMIN, 7)).isEqualTo(new Stale(1));
            assertThat(new FileAccount(district.accounts, district.jurisdiction, CLOCK)
                            .file(ACCOUNT, ADMIN, OptionalLong::empty))
                    .isInstanceOf(VersionRequired.class);
        }

        @Test
        void isFiledByNobodyElse() {
            assertThat(district.file(LEADER, 1)).isEqualTo(Outcome.refused(Refusal.NOT_PERMITTED));
            assertThat(district.file(STRANGER, 1)).isInstanceOf(Unknown.class);
        }

        @Test
        void isNotClosedBeforeItIsOpen() {
            assertThat(close(ADMIN)).isEqualTo(Outcome.refused(Refusal.WRONG_STATE));
        }
    }

    @Nested
    class AFiledAccount {
        {
            district.filing();
        }

        @Test
        void isFiledTwiceAndAnnouncedOnce() {
            assertThat(district.file(ADMIN, 2)).isEqualTo(new Done(ACCOUNT, 2, "FILED"));
            assertThat(district.accounts.news()).isEmpty();
        }

        @Test
        @Tag("article-3")
        void isClosedWithANoticeAndAnnounced() {
            assertThat(close(ADMIN)).isEqualTo(new Done(ACCOUNT, 3, "CLOSED"));
            assertThat(district.accounts.news())
                    .containsExactly(new AccountClosed(ACCOUNT, "town", "site", "镇政府", "停止更新", NOW));
        }

        @Test
        void isNotFiledAgainOnceClosed() {
            close(ADMIN);

            assertThat(district.file(ADMIN, 3)).isEqualTo(Outcome.refused(Refusal.WRONG_STATE));
        }
    }

    private Outcome register(Actor by) {
        return registerAccount.register("town", Asking.by(by, new RegisterAccount.Form(Platform.SITE, "镇政府")));
    }

    private Outcome close(Actor by) {
        return closeAccount.close(ACCOUNT, Asking.by(by, "停止更新"));
    }
}
