package io.cleanplate.newsroom.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.UUID;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract on the server that {@code CLEANPLATE_TEST_MONGODB_URL} names, in a database of its own. */
@EnabledIfEnvironmentVariable(named = NamedServerNewsroomContractTest.VARIABLE, matches = ".+")
class NamedServerNewsroomContractTest extends NewsroomContract {
    static final String VARIABLE = "CLEANPLATE_TEST_MONGODB_URL";

    private final MongoUrl url = MongoUrl.parse(
            VARIABLE,
            withDatabase(
                    System.getenv().getOrDefault(VARIABLE, "mongodb://localhost"),
                    "cleanplate_test_" + UUID.randomUUID()));

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

    /** The address with another database; who it authenticates against stays. */
    private static String withDatabase(String address, String database) {
        int hosts = address.indexOf("://") + 3;
        int slash = address.indexOf('/', hosts);
        int question = address.indexOf('?', hosts);
        String options = question < 0 ? "" : address.substring(question + 1);
        int hostsEnd = slash >= 0 ? slash : question >= 0 ? question : address.length();
        String named = slash < 0 ? "" : address.substring(slash + 1, question < 0 ? address.length() : question);
        if (!named.isEmpty() && !options.contains("authSource") && address.indexOf('@') >= 0) {
            options = options + (options.isEmpty() ? "" : "&") + "authSource=" + named;
        }
        return address.substring(0, hostsEnd) + "/" + database + (options.isEmpty() ? "" : "?" + options);
    }
}
