package io.cleanplate.newsroom.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoConfigurationException;
import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;

/**
 * Names server and database. It holds credentials, and shows them to nobody: neither {@link #toString} nor an error that
 * it throws carries more than hosts and database.
 */
public final class MongoUrl {
    private static final String DATABASE_BY_DEFAULT = "news";

    private final ConnectionString parsed;

    private MongoUrl(ConnectionString parsed) {
        this.parsed = parsed;
    }

    /**
     * Reads a connection string.
     *
     * @param where the variable or flag it came from, for the message
     * @throws InputException when it is none; the message does not repeat it
     * @throws UnavailableException when it is of the kind {@code mongodb+srv} and its hosts cannot be looked up now
     */
    public static MongoUrl parse(String where, String text) {
        // The driver's own messages quote pieces of the text, and so may the password.
        try {
            return new MongoUrl(new ConnectionString(text));
        } catch (IllegalArgumentException e) {
            throw new InputException(where + " is no MongoDB address: accepted is one like "
                    + "mongodb://host:27017/news?authSource=admin, with special characters in name and password"
                    + " percent-encoded.");
        } catch (MongoConfigurationException e) {
            throw new UnavailableException(
                    where + " names hosts that the name service did not tell: try again once it answers.");
        }
    }

    /** The database, {@code news} when the address names none. */
    public String database() {
        String named = parsed.getDatabase();
        return named == null ? DATABASE_BY_DEFAULT : named;
    }

    /** Hosts and database, for people. */
    public String where() {
        return String.join(",", parsed.getHosts()) + "/" + database();
    }

    ConnectionString parsed() {
        return parsed;
    }

    /** Hosts and database only. */
    @Override
    public String toString() {
        return where();
    }
}
