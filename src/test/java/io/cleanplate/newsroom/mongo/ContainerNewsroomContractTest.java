package io.cleanplate.newsroom.mongo;

import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/** The contract on MongoDB in a container, where a container engine runs. */
@Testcontainers(disabledWithoutDocker = true)
class ContainerNewsroomContractTest extends NewsroomContract {
    @Container
    private static final MongoDBContainer MONGO = new MongoDBContainer("mongo:8.0").withReplicaSet();

    @Override
    MongoUrl server() {
        return MongoUrl.parse("The container", MONGO.getReplicaSetUrl("news"));
    }

    @Override
    boolean explains() {
        return true;
    }
}
