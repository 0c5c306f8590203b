package cn.qianfa.approval.publication.mongo;

import cn.qianfa.approval.Store;
import cn.qianfa.approval.publication.Publications;
import cn.qianfa.approval.publication.PublicationsContract;
import cn.qianfa.contracts.event.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoPublicationsTest extends PublicationsContract {
    private Store store;
    private Publications publications;

    @BeforeAll
    void open(@TempDir Path directory) {
        store = new Store(directory);
    }

    @BeforeEach
    void empty() {
        var documents = store.empty("publications");
        publications = new MongoPublications(documents, Store.aggregates(documents, Topic.PUBLICATIONS));
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Override
    protected Publications publications() {
        return publications;
    }
}
