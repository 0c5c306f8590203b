package cn.qianfa.monitoring.post;

class InMemoryPostsTest extends PostsContract {
    @Override
    protected Posts posts() {
        return new InMemoryPosts();
    }
}
