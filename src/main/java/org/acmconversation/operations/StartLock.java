package org.acmconversation.operations;

/** A lock in the database that nodes take while they start. */
public interface StartLock {

    /** Waits until no other node holds the lock, and holds it until the current transaction ends. */
    void acquire();
}
