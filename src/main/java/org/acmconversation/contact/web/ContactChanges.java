package org.acmconversation.contact.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.acmconversation.contact.ContactData;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Describes the differences between two versions of a contact. */
@Component
class ContactChanges {

    private final MessageSource messages;

    ContactChanges(MessageSource messages) {
        this.messages = messages;
    }

    /** Returns a line for each difference, such as "Teléfono: +34 600 000 000 → +34 600 000 001". */
    List<String> between(ContactData before, ContactData after, Locale locale) {
        var lines = new Lines(locale);
        lines.add("contact.name", before.name(), after.name());
        lines.add("contact.organization", organization(before, locale), organization(after, locale));
        lines.add("contact.email", before.email(), after.email());
        lines.add("contact.phone", before.phone(), after.phone());
        lines.add("contact.role", before.role(), after.role());
        lines.add("contact.language.short", before.language(), after.language());
        lines.add("settings.timeZone", before.timeZone(), after.timeZone());
        lines.addAnswer("contact.surveyEligible", before.surveyEligible(), after.surveyEligible());
        lines.addAnswer("contact.decisionMaker", before.decisionMaker(), after.decisionMaker());
        lines.addAnswer("contact.doNotContact", before.doNotContact(), after.doNotContact());
        return lines.lines;
    }

    private String organization(ContactData contact, Locale locale) {
        return messages.getMessage("contact.organization." + contact.organization(), null, locale);
    }

    private class Lines {

        private final List<String> lines = new ArrayList<>();
        private final Locale locale;

        Lines(Locale locale) {
            this.locale = locale;
        }

        void add(String label, @Nullable String before, @Nullable String after) {
            if (!Objects.equals(before, after)) {
                lines.add(text(
                        "page.change",
                        text(label),
                        Objects.requireNonNullElse(before, "—"),
                        Objects.requireNonNullElse(after, "—")));
            }
        }

        void addAnswer(String label, @Nullable Boolean before, @Nullable Boolean after) {
            add(label, text("page.answer." + before), text("page.answer." + after));
        }

        private String text(String key, Object... arguments) {
            return messages.getMessage(key, arguments, locale);
        }
    }
}
