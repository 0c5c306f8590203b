package cn.qianfa.contracts.stack;

import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/** The MongoDB of this machine: the one {@code MONGODB_URI} names, else one in a container, where there is an engine. */
final class MongoDb {
    private static final String IMAGE = "mongo:8.0";

    private MongoDb() {}

    static Optional<String> uri() {
        return Found.URI;
    }

    /** Looked for once; the container lives as long as this process. */
    private static final class Found {
        static final Optional<String> URI = Optional.ofNullable(System.getenv("MONGODB_URI"))
                .filter(uri -> !uri.isBlank())
                .or(Found::inAContainer);

        private static Optional<String> inAContainer() {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return Optional.empty();
            }
            var container = new MongoDBContainer(IMAGE).withReplicaSet();
            container.start();
            return Optional.of(container.getReplicaSetUrl());
        }
    }
}
