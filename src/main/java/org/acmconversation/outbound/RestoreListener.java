package org.acmconversation.outbound;

/** Work to do once, before anything else, when a node takes over a database that may have been set back in time. */
public interface RestoreListener {

    /** Runs within a transaction. If the node dies before its end, the next node that starts runs it again. */
    void restored();
}
