package org.acmconversation.contact.web;

import static org.acmconversation.text.SpanishTexts.SPANISH;
import static org.assertj.core.api.Assertions.assertThat;

import org.acmconversation.contact.Contact.Organization;
import org.acmconversation.contact.ContactData;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class ContactChangesTest {

    private final ContactChanges changes;

    ContactChangesTest() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/pages", "messages/people");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        changes = new ContactChanges(messages);
    }

    @Test
    void describeEveryFieldThatDiffers() {
        var before = new ContactData(
                "Ana Ruiz",
                "ana@contoso.example",
                "+34 600 000 000",
                Organization.CUSTOMER,
                "TI",
                "es",
                "Europe/Madrid",
                true,
                true,
                true);
        var after = new ContactData(
                "Ana Ruiz Gil",
                "gil@contoso.example",
                "+34 600 000 001",
                Organization.PARTNER,
                "Ventas",
                "es-MX",
                "America/Mexico_City",
                false,
                false,
                false);

        assertThat(changes.between(before, after, SPANISH))
                .hasSize(ContactData.class.getRecordComponents().length)
                .contains("Teléfono: +34 600 000 000 → +34 600 000 001");
        assertThat(changes.between(before, before, SPANISH)).isEmpty();
    }
}
