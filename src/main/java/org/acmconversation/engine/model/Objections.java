package org.acmconversation.engine.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.acmconversation.text.SpanishTexts;

/** Collects the objections to a file and formats their messages. */
class Objections {

    private static final SpanishTexts MESSAGES = SpanishTexts.of("deployment");

    /** Maximum number of objections; nobody reads more, and some are expensive to find. */
    private static final int MAX_OBJECTIONS = 100;

    private static final int MAX_SHOWN_LENGTH = 200;

    private final String file;
    private final Set<Objection> objections = new LinkedHashSet<>();

    Objections(String file) {
        this.file = file;
    }

    /**
     * Adds an objection to an element.
     *
     * @param reason message key suffix
     * @param arguments message arguments; a collection is listed in order
     */
    void add(String elementId, String reason, Object... arguments) {
        add(elementId, false, reason, arguments);
    }

    /** Adds an objection that ends the parsing of the file. */
    void addFatal(String reason, Object... arguments) {
        add("", true, reason, arguments);
    }

    private void add(String elementId, boolean isFatal, String reason, Object... arguments) {
        objections.add(new Objection(file, shown(elementId), worded(reason, arguments), isFatal));
    }

    /** Whether the maximum is reached. */
    boolean areMany() {
        return objections.size() >= MAX_OBJECTIONS;
    }

    List<Objection> all() {
        return List.copyOf(objections);
    }

    static String worded(String reason, Object... arguments) {
        Object[] shown = Arrays.stream(arguments).map(Objections::shown).toArray();
        return MESSAGES.text("deployment." + reason, shown);
    }

    private static String shown(Object argument) {
        String text = argument instanceof Collection<?> names
                ? String.join(
                        ", ", new TreeSet<>(names.stream().map(String::valueOf).toList()))
                : String.valueOf(argument);
        return text.length() <= MAX_SHOWN_LENGTH || argument instanceof Collection
                ? text
                : text.substring(0, MAX_SHOWN_LENGTH) + "…";
    }
}
