package io.cleanplate.newsroom;

import io.cleanplate.error.UnavailableException;
import java.util.List;

/** Customers and their settings. Thread-safe; every call may throw {@link UnavailableException}. */
public interface CustomerRegistry {
    /** Every customer that has pictures or settings, in order of its name. */
    List<String> customers();

    /** The settings of every customer that has some saved, in order of its name. */
    List<CustomerSettings> allSettings();

    /** A customer's settings; {@link CustomerSettings#byHand} when it has none saved. Always read anew. */
    CustomerSettings settings(String customer);

    /** Saves a change, for a customer with or without settings, and returns what is then saved. */
    CustomerSettings save(SettingsChange change);
}
