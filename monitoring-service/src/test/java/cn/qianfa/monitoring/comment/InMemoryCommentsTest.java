package cn.qianfa.monitoring.comment;

class InMemoryCommentsTest extends CommentsContract {
    @Override
    protected Comments comments() {
        return new InMemoryComments();
    }
}
