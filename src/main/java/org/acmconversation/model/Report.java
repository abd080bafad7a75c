package org.acmconversation.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.acmconversation.engine.model.Objection;
import org.acmconversation.text.SpanishTexts;

/** Collects findings and formats their messages. */
class Report {

    private static final SpanishTexts MESSAGES = SpanishTexts.of("models");

    private final List<Finding> findings = new ArrayList<>();

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * Adds a finding for an element.
     *
     * @param key message key
     * @param arguments message arguments; a collection is listed in order
     */
    void add(ModelElement element, String key, Object... arguments) {
        ModelElement subject = element.subject();
        add(element.file(), subject.id(), subject.name(), key, arguments);
    }

    void add(String file, String elementId, String name, String key, Object... arguments) {
        Object[] shown = Arrays.stream(arguments).map(Report::shown).toArray();
        addWorded(file, elementId, name, MESSAGES.text(key, shown));
    }

    /** Adds an objection to an element. */
    void add(ModelElement element, Objection objection) {
        ModelElement subject = element.subject();
        addWorded(element.file(), subject.id(), subject.name(), objection.reason());
    }

    /** Adds an objection to a whole file. */
    void add(Objection objection) {
        addWorded(objection.file(), objection.elementId(), "", objection.reason());
    }

    private void addWorded(String file, String elementId, String name, String text) {
        findings.add(new Finding(file, elementId, name.isEmpty() ? text : "«%s»: %s".formatted(name, text)));
    }

    private static String shown(Object argument) {
        if (!(argument instanceof Collection<?> names)) {
            return String.valueOf(argument);
        }
        return names.isEmpty()
                ? MESSAGES.text("none")
                : String.join(
                        ", ", new TreeSet<>(names.stream().map(String::valueOf).toList()));
    }
}
