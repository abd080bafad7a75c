package org.acmconversation.outbound;

/** The database was restored from a dump, or replaced. The message says what to do. */
public class RestoredDatabaseException extends IllegalStateException {

    private RestoredDatabaseException(String message) {
        super(message);
    }

    static RestoredDatabaseException atStart() {
        return new RestoredDatabaseException(
                "This database was restored from the dump of another one. Set acm.quiet=true"
                        + " to look around without calling FTOP and the webhook's receiver, or acm.quiet=false if it replaces"
                        + " the other one, on which no node may run any more; see docs/backup.md");
    }

    static RestoredDatabaseException whileRunning() {
        return new RestoredDatabaseException("This is not the database that the node started on: point"
                + " spring.datasource.url to the original again, or stop all nodes; see docs/backup.md");
    }
}
