package org.acmconversation.expiry;

import java.time.Instant;
import java.util.Map;

/** Rows that a module keeps for a time only. The nightly cleanup deletes them, in the order of the beans. */
public interface Expiring {

    /** How many rows of a table are deleted in one transaction. */
    int ROWS_AT_ONCE = 500;

    /** Counts what a cleanup at that time would delete: rows by table. */
    Map<String, Long> count(Instant now);

    /**
     * Deletes some of it within the current transaction.
     *
     * @return deleted rows by table; empty if nothing is left
     */
    Map<String, Long> deleteSome(Instant now);
}
