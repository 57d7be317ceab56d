package io.cleanplate.desktop.customers;

import org.jspecify.annotations.Nullable;

/**
 * A customer to choose.
 *
 * @param customer the tenant; null for all of them together
 * @param pending how many of its pictures are pending; -1 while unknown
 */
public record CustomerEntry(@Nullable String customer, long pending) {
    /** What people call it. */
    public String name() {
        return customer == null ? "All customers" : customer;
    }
}
