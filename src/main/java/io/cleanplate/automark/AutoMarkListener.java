package io.cleanplate.automark;

/**
 * Is told what the job does. Called on the job's thread, so it returns at once; what it throws is logged and changes
 * nothing.
 */
public interface AutoMarkListener {
    /** A customer's turn is over, whatever came of it. */
    default void customerFinished(CustomerReport report) {}

    /** A run is over, whatever came of it. */
    default void runFinished(RunReport report) {}
}
