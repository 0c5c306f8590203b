package cn.qianfa.approval.draft;

class InMemoryDraftsTest extends DraftsContract {
    private final Drafts drafts = new InMemoryDrafts();

    @Override
    protected Drafts drafts() {
        return drafts;
    }
}
