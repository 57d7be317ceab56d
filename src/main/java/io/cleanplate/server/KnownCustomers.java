package io.cleanplate.server;

import io.cleanplate.newsroom.CustomerRegistry;
import io.cleanplate.newsroom.CustomerSettings;

/**
 * Customers that exist: those with pictures or settings. A misspelt name must not make settings that nobody looks for.
 * Thread-safe.
 */
final class KnownCustomers {
    private final CustomerRegistry registry;

    KnownCustomers(CustomerRegistry registry) {
        this.registry = registry;
    }

    /**
     * A customer's settings, read anew.
     *
     * @throws ProblemException when there is no such customer
     */
    CustomerSettings settings(String customer) {
        CustomerSettings settings = registry.settings(customer);
        // All customers are looked up only where no settings say that this one exists: that takes longer.
        if (settings.equals(CustomerSettings.byHand(customer))
                && !registry.customers().contains(customer)) {
            throw new ProblemException(
                    ProblemKind.NOT_FOUND,
                    "There is no customer '" + customer + "': /api/customers lists those with pictures or settings.");
        }
        return settings;
    }
}
