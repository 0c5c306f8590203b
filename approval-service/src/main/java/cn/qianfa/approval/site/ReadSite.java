package cn.qianfa.approval.site;

import cn.qianfa.approval.registry.Account;
import cn.qianfa.approval.registry.Platform;
import cn.qianfa.approval.registry.Register.Accounts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages as the public reads them. A closed account's posts stay, under its notice; one never filed has no page. */
public final class ReadSite {
    private final Accounts accounts;
    private final SitePosts posts;

    public ReadSite(Accounts accounts, SitePosts posts) {
        this.accounts = accounts;
        this.posts = posts;
    }

    /**
     * One page of an account.
     *
     * @param next behind which post the older ones begin; null where there are none
     */
    public record Page(
            Account account, List<SitePost> posts, @Nullable String next) {}

    /** One post of an account. */
    public record Single(Account account, SitePost post) {}

    /** Empty if there is no such page. */
    public Optional<Page> page(String account, @Nullable String after, int limit) {
        return open(account).map(found -> {
            var listed = posts.list(account, after, limit + 1);
            var shown = listed.subList(0, Math.min(limit, listed.size()));
            return new Page(
                    found, shown, listed.size() > limit ? shown.getLast().id() : null);
        });
    }

    /** Empty if there is no such post. */
    public Optional<Single> post(String account, String post) {
        return open(account).flatMap(found -> posts.find(account, post).map(one -> new Single(found, one)));
    }

    private Optional<Account> open(String account) {
        return accounts.find(account)
                .<Account>map(found -> found.value())
                .filter(found -> found.platform() == Platform.SITE)
                .filter(found -> found.state() != Account.State.REGISTERED);
    }
}
