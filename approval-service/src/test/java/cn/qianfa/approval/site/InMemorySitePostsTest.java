package cn.qianfa.approval.site;

class InMemorySitePostsTest extends SitePostsContract {
    private final SitePosts posts = new InMemorySitePosts();

    @Override
    protected SitePosts posts() {
        return posts;
    }
}
