package org.acmconversation.engine;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/** Collects what is wrong with one file and words it. */
class Objections {

    private static final ResourceBundle MESSAGES = ResourceBundle.getBundle("messages/deployment", Locale.ROOT);

    /** A file may be nothing but mistakes; nobody reads more of them, and some take long to find. */
    private static final int MOST = 100;

    private static final int LONGEST_SHOWN = 200;

    private final String file;
    private final Set<Objection> objections = new LinkedHashSet<>();

    Objections(String file) {
        this.file = file;
    }

    /**
     * Something is wrong with an element.
     *
     * @param reason end of the message's key
     * @param arguments what the message names; a collection is listed in order
     */
    void add(String elementId, String reason, Object... arguments) {
        add(elementId, false, reason, arguments);
    }

    /** Something is wrong with the file, of which nothing more is read. */
    void addFatal(String reason, Object... arguments) {
        add("", true, reason, arguments);
    }

    private void add(String elementId, boolean isFatal, String reason, Object... arguments) {
        objections.add(new Objection(file, shown(elementId), worded(reason, arguments), isFatal));
    }

    /** Whether there are enough of them. */
    boolean areMany() {
        return objections.size() >= MOST;
    }

    List<Objection> all() {
        return List.copyOf(objections);
    }

    static String worded(String reason, Object... arguments) {
        Object[] shown = Arrays.stream(arguments).map(Objections::shown).toArray();
        return new MessageFormat(MESSAGES.getString("deployment." + reason), Locale.ROOT).format(shown);
    }

    private static String shown(Object argument) {
        String text = argument instanceof Collection<?> names
                ? String.join(
                        ", ", new TreeSet<>(names.stream().map(String::valueOf).toList()))
                : String.valueOf(argument);
        return text.length() <= LONGEST_SHOWN || argument instanceof Collection
                ? text
                : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
