package org.acmconversation.contact.web;

import java.util.List;
import java.util.Locale;
import org.acmconversation.contact.ContactData;
import org.acmconversation.webpage.ChangeLines;
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
        var lines = new ChangeLines(messages, locale);
        lines.add("contact.name", before.name(), after.name());
        lines.add("contact.organization", organization(before, lines), organization(after, lines));
        lines.add("contact.email", before.email(), after.email());
        lines.add("contact.phone", before.phone(), after.phone());
        lines.add("contact.role", before.role(), after.role());
        lines.add("contact.language.short", before.language(), after.language());
        lines.add("settings.timeZone", before.timeZone(), after.timeZone());
        lines.addAnswer("contact.surveyEligible", before.surveyEligible(), after.surveyEligible());
        lines.addAnswer("contact.decisionMaker", before.decisionMaker(), after.decisionMaker());
        lines.addAnswer("contact.doNotContact", before.doNotContact(), after.doNotContact());
        return lines.all();
    }

    private static String organization(ContactData contact, ChangeLines lines) {
        return lines.text("contact.organization." + contact.organization());
    }
}
