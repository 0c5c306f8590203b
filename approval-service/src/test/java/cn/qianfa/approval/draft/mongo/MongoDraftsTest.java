package cn.qianfa.approval.draft.mongo;

import cn.qianfa.approval.Store;
import cn.qianfa.approval.draft.Drafts;
import cn.qianfa.approval.draft.DraftsContract;
import cn.qianfa.contracts.event.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoDraftsTest extends DraftsContract {
    private Store store;
    private Drafts drafts;

    @BeforeAll
    void open(@TempDir Path directory) {
        store = new Store(directory);
    }

    @BeforeEach
    void empty() {
        var documents = store.empty("drafts");
        drafts = new MongoDrafts(documents, Store.aggregates(documents, Topic.DRAFTS));
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Override
    protected Drafts drafts() {
        return drafts;
    }
}
