package cn.qianfa.approval.registry.mongo;

import cn.qianfa.approval.registry.Account;
import cn.qianfa.approval.registry.Platform;
import cn.qianfa.approval.registry.Register.Accounts;
import cn.qianfa.contracts.delivery.outbox.Aggregates;
import cn.qianfa.contracts.delivery.wiring.AggregateFactory;
import cn.qianfa.contracts.event.Topic;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The accounts, in collection {@code accounts}. */
@Component
final class MongoAccounts extends MongoRegister<Account> implements Accounts {
    private static final String NAME = "accounts";

    @Autowired
    MongoAccounts(MongoDatabase database, AggregateFactory aggregates) {
        this(database.getCollection(NAME), aggregates.open(NAME, Topic.REGISTRY));
    }

    MongoAccounts(MongoCollection<Document> documents, Aggregates aggregates) {
        super("account:", documents, aggregates);
    }

    @Override
    Document write(Account account) {
        var document = new Document("state", account.state().name())
                .append("platform", account.platform().name())
                .append("name", account.name());
        return switch (account) {
            case Account.Opened opened -> document.append("at", Date.from(opened.at()));
            case Account.Filed filed -> document.append("at", Date.from(filed.at()));
            case Account.Closed closed ->
                document.append("notice", closed.notice()).append("at", Date.from(closed.at()));
        };
    }

    @Override
    Account read(String id, Document stored) {
        var unit = stored.getString("unit");
        var platform = Platform.valueOf(stored.getString("platform"));
        var name = stored.getString("name");
        Instant at = stored.getDate("at").toInstant();
        return switch (Account.State.valueOf(stored.getString("state"))) {
            case REGISTERED -> new Account.Opened(unit, platform, name, at);
            case FILED -> new Account.Filed(unit, platform, name, at);
            case CLOSED -> new Account.Closed(unit, platform, name, stored.getString("notice"), at);
        };
    }
}
