package io.cleanplate.newsroom;

import io.cleanplate.error.UnavailableException;
import java.util.List;

/** Counting. Thread-safe; every call may throw {@link UnavailableException}. */
public interface NewsroomFigures {
    /** How many of a customer's pictures are pending, those that an editor reopened included. */
    long pending(String customer);

    /** Pictures by customer and state, in order of the customers' names; customers without pictures are absent. */
    List<StateCounts> counts();

    /** The figures of every customer that has pictures, in order of their names. Costs more than {@link #counts()}. */
    List<CustomerFigures> figures();
}
