package org.acmconversation.substitution.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.acmconversation.absence.AbsenceData;
import org.acmconversation.page.TimeFormats;
import org.jspecify.annotations.Nullable;
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
        List<String> lines = new ArrayList<>();
        add(lines, "absence.from", moments.date(before.from()), moments.date(after.from()), locale);
        add(lines, "absence.until", moments.date(before.until()), moments.date(after.until()), locale);
        add(lines, "absence.substitute", before.substitute(), after.substitute(), locale);
        add(lines, "absence.note", before.note(), after.note(), locale);
        return lines;
    }

    private void add(List<String> lines, String label, @Nullable String before, @Nullable String after, Locale locale) {
        if (!Objects.equals(before, after)) {
            lines.add(messages.getMessage(
                    "page.change",
                    new Object[] {
                        messages.getMessage(label, null, locale),
                        Objects.requireNonNullElse(before, "—"),
                        Objects.requireNonNullElse(after, "—")
                    },
                    locale));
        }
    }
}
