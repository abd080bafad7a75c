package org.acmconversation.release;

import java.util.Collection;

/** An engagement that stays in its old version, with the reason. */
public class CannotMigrateException extends RuntimeException {

    private final String reason;
    private final boolean isWithoutPlace;

    /** Made with the engine's reason, for which there are no other words. */
    public CannotMigrateException(Throwable cause) {
        this(String.valueOf(cause.getMessage()), false, cause);
    }

    private CannotMigrateException(String reason, boolean isWithoutPlace, Throwable cause) {
        super(cause.getMessage(), cause);
        this.reason = reason;
        this.isWithoutPlace = isWithoutPlace;
    }

    /** @param activities what people call the steps where the engagement waits and has no place in the new models */
    public static CannotMigrateException withoutPlace(Collection<String> activities, Throwable cause) {
        return new CannotMigrateException(
                Changes.text("migration.noPlace", String.join(", ", activities)), true, cause);
    }

    /** Whether it waits where the new models have no place for it. */
    boolean isWithoutPlace() {
        return isWithoutPlace;
    }

    /** The reason for analysts: the same for all engagements that wait at the same place. */
    String reason() {
        return reason;
    }
}
