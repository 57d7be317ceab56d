package io.cleanplate.newsroom.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract on the server that {@code CLEANPLATE_TEST_MONGODB_URL} names, in a database of its own. */
@EnabledIfEnvironmentVariable(named = NamedServer.VARIABLE, matches = ".+")
class NamedServerNewsroomContractTest extends NewsroomContract {
    private final MongoUrl url =
            MongoUrl.parse(NamedServer.VARIABLE, NamedServer.address().orElse("mongodb://localhost"));

    @Override
    MongoUrl server() {
        return url;
    }

    @Override
    boolean explains() {
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(url.parsed())
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            client.getDatabase(url.database()).getCollection("any").find().explain();
            return true;
        } catch (MongoCommandException e) {
            return false;
        }
    }
}
