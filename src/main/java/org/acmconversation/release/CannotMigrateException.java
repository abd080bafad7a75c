package org.acmconversation.release;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An engagement that stays in its old version, with the reason. */
public class CannotMigrateException extends RuntimeException {

    private final String reason;
    private final boolean isWithoutPlace;

    /** For a failure that has only the engine's message. */
    public CannotMigrateException(Throwable cause) {
        this(Changes.text("migration.failed"), false, cause);
    }

    /**
     * For an objection of the engine.
     *
     * @param isWithoutPlace whether the engagement waits where the new models have no place for it
     */
    public CannotMigrateException(Collection<MigrationObjection> objections, boolean isWithoutPlace, Throwable cause) {
        this(worded(objections), isWithoutPlace, cause);
    }

    private CannotMigrateException(String reason, boolean isWithoutPlace, Throwable cause) {
        super(cause.getMessage(), cause);
        this.reason = reason;
        this.isWithoutPlace = isWithoutPlace;
    }

    private static String worded(Collection<MigrationObjection> objections) {
        Map<MigrationObjection.Kind, TreeSet<String>> activities = objections.stream()
                .collect(Collectors.groupingBy(
                        MigrationObjection::kind,
                        TreeMap::new,
                        Collectors.mapping(MigrationObjection::activity, Collectors.toCollection(TreeSet::new))));
        return activities.isEmpty()
                ? Changes.text("migration.failed")
                : activities.entrySet().stream()
                        .map(kind -> Changes.text("migration." + kind.getKey(), String.join(", ", kind.getValue())))
                        .collect(Collectors.joining("; "));
    }

    boolean isWithoutPlace() {
        return isWithoutPlace;
    }

    /** Returns the reason for analysts: the same for all engagements that wait at the same place. */
    public String reason() {
        return reason;
    }
}
