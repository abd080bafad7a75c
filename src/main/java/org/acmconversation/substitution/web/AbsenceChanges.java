package org.acmconversation.substitution.web;

import java.util.List;
import java.util.Locale;
import org.acmconversation.absence.AbsenceData;
import org.acmconversation.webpage.ChangeLines;
import org.acmconversation.webpage.TimeFormats;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Describes the differences between two versions of an absence. */
@Component
class AbsenceChanges {

    private final MessageSource messages;

    AbsenceChanges(MessageSource messages) {
        this.messages = messages;
    }

    /** Returns a line for each difference, such as "Primer día: 21 dic 2026 → 22 dic 2026". */
    List<String> between(AbsenceData before, AbsenceData after, TimeFormats moments, Locale locale) {
        var lines = new ChangeLines(messages, locale);
        lines.add("absence.from", moments.date(before.from()), moments.date(after.from()));
        lines.add("absence.until", moments.date(before.until()), moments.date(after.until()));
        lines.add("absence.substitute", before.substitute(), after.substitute());
        lines.add("absence.note", before.note(), after.note());
        return lines.all();
    }
}
