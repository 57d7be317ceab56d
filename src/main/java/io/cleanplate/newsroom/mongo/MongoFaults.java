package io.cleanplate.newsroom.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import io.cleanplate.error.UnavailableException;
import java.util.Set;

/**
 * The driver's errors in one sentence. They are not passed on as causes: the driver writes user names and pieces of
 * addresses into its messages.
 */
final class MongoFaults {
    private static final Set<Integer> NOT_ALLOWED = Set.of(13, 18, 8000);

    private MongoFaults() {}

    /** The error to throw: ours when the world is at fault, else the driver's own, which is then a bug. */
    static RuntimeException translate(MongoException fault, String where) {
        if (fault instanceof MongoSecurityException || NOT_ALLOWED.contains(fault.getCode())) {
            return new UnavailableException("The database at " + where
                    + " refused name or password, or lacks a right: it must allow reading and writing.");
        }
        if (fault instanceof MongoInterruptedException) {
            return new UnavailableException("The call to the database at " + where + " was broken off.");
        }
        if (fault instanceof MongoWriteException) {
            return new UnavailableException("The database at " + where + " refused the change (error " + fault.getCode()
                    + "): its rules for documents must allow the fields that Cleanplate sets.");
        }
        return passing(fault)
                ? new UnavailableException(
                        "The database at " + where + " does not answer: it is asked again once it is back.")
                : fault;
    }

    private static boolean passing(MongoException fault) {
        return fault instanceof MongoTimeoutException
                || fault instanceof MongoSocketException
                || fault instanceof MongoExecutionTimeoutException
                || fault instanceof MongoNotPrimaryException
                || fault instanceof MongoNodeIsRecoveringException
                || fault instanceof MongoWriteConcernException
                || (fault instanceof MongoBulkWriteException bulk
                        && bulk.getWriteErrors().isEmpty())
                || fault.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                || fault.hasErrorLabel("RetryableWriteError");
    }
}
