package org.acmconversation.outbound;

/** The database is a copy, and nobody has said what it is for. The message says how to. */
public class RestoredDatabaseException extends IllegalStateException {

    RestoredDatabaseException() {
        super("This database was restored from the dump of another one. Set acm.quiet=true"
                + " to look around without calling FTOP and the webhook's receiver, or acm.quiet=false if it replaces"
                + " the other one, on which no node may run any more; see docs/backup.md");
    }
}
