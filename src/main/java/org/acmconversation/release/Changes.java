package org.acmconversation.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.acmconversation.release.Change.Kind;
import org.acmconversation.text.SpanishTexts;

/** Collects the changes of one file and words them. */
class Changes {

    /** Between the entries of a property that is a list. */
    static final String SEPARATOR = Character.toString(31);

    private static final SpanishTexts TEXTS = SpanishTexts.of("releases");

    /** Longer values are truncated. */
    private static final int MAX_VALUE_LENGTH = 160;

    private final String path;
    private final List<Change> changes = new ArrayList<>();

    Changes(String path) {
        this.path = path;
    }

    List<Change> all() {
        return changes;
    }

    /** Adds a change that says only what happened. */
    void add(String id, String name, Kind kind, String text, Object... arguments) {
        changes.add(new Change(path, id, name, kind, text(text, arguments)));
    }

    /**
     * Adds a change for each property that differs.
     *
     * @param subject what the sentences begin with
     */
    void compare(String id, String name, String subject, Map<String, String> before, Map<String, String> after) {
        var properties = new TreeSet<>(before.keySet());
        properties.addAll(after.keySet());
        for (String property : properties) {
            List<String> entriesBefore = entries(before, property);
            List<String> entriesAfter = entries(after, property);
            if (!entriesBefore.equals(entriesAfter)) {
                String old = onlyInFirst(entriesBefore, entriesAfter);
                String now = onlyInFirst(entriesAfter, entriesBefore);
                if (old.isEmpty() && now.isEmpty()) {
                    old = shown(String.join("; ", entriesBefore));
                    now = shown(String.join("; ", entriesAfter));
                }
                String what = property(property);
                String sentence = old.isEmpty()
                        ? text("change.set", what, now)
                        : now.isEmpty() ? text("change.unset", what, old) : text("change.value", what, old, now);
                changes.add(new Change(path, id, name, Kind.CHANGED, subject + ": " + sentence));
            }
        }
    }

    private static List<String> entries(Map<String, String> properties, String property) {
        return List.of(properties.getOrDefault(property, "").split(SEPARATOR));
    }

    /** Returns the entries that only the first list has. */
    private static String onlyInFirst(List<String> first, List<String> second) {
        List<String> rest = new ArrayList<>(first);
        second.forEach(rest::remove);
        return shown(String.join("; ", rest));
    }

    /** Returns what analysts call a property; Modeler's name for those that have no other. */
    static String property(String property) {
        String key = "property." + property;
        return TEXTS.has(key) ? TEXTS.text(key) : property;
    }

    static String text(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    static String quoted(String name) {
        return "«%s»".formatted(shown(name));
    }

    private static String shown(String value) {
        String line = value.replaceAll("\\s+", " ").strip();
        return line.length() <= MAX_VALUE_LENGTH ? line : line.substring(0, MAX_VALUE_LENGTH - 1) + "…";
    }
}
