package cn.qianfa.embedded.store.commit;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import java.util.Collection;
import java.util.List;

/** There is one way to the documents, and that is a command. */
abstract class CommandsOnly implements MongoBackend {

    @Override
    public final Document handleMessage(MongoMessage message) {
        var query = message.getDocument();
        var command = query.keySet().iterator().next();
        return handleCommand(message.getChannel(), message.getDatabaseName(), command, query);
    }

    /** The wire's old queries; a driver sends only its first greeting in this way, and that arrives as a command. */
    @Override
    public final QueryResult handleQuery(MongoQuery query) {
        throw new MongoServerException("OP_QUERY is not supported by this store (expected: OP_MSG)");
    }

    @Override
    public final void dropDatabase(String database) {
        throw new UnsupportedOperationException("by command only");
    }

    @Override
    public final MongoDatabase resolveDatabase(String database) {
        throw new UnsupportedOperationException("by command only");
    }

    @Override
    public final Collection<Document> getCurrentOperations(MongoQuery query) {
        return List.of();
    }

    @Override
    public final void enableOplog() {
        throw new UnsupportedOperationException("change streams are not supported by this store");
    }

    @Override
    public final void disableOplog() {}

    @Override
    public final MongoBackend version(MongoVersion version) {
        throw new UnsupportedOperationException("the version is the library's");
    }
}
