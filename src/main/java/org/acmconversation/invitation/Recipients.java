package org.acmconversation.invitation;

import static org.acmconversation.text.SpanishTexts.SPANISH;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.acmconversation.absence.Absences;
import org.acmconversation.contact.Contact;
import org.acmconversation.contact.Contact.Organization;
import org.acmconversation.contact.Contacts;
import org.acmconversation.engine.identity.Colleague;
import org.acmconversation.invitation.InvitationRepository.Invited;
import org.acmconversation.mail.MailAddress;
import org.acmconversation.preference.People;
import org.springframework.stereotype.Component;

/** Determines whom to invite: the current contacts, and colleagues by their accounts. */
@Component
class Recipients {

    private final Contacts contacts;
    private final People people;
    private final Absences absences;

    Recipients(Contacts contacts, People people, Absences absences) {
        this.contacts = contacts;
        this.people = people;
        this.absences = absences;
    }

    /**
     * Each address once.
     *
     * @param colleagues those with an account; people who have left are skipped
     */
    List<Recipient> of(CallInvitation invitation, List<Invited> colleagues) {
        List<Recipient> all = new ArrayList<>();
        Set<String> known = absences.colleagues().stream().map(Colleague::id).collect(Collectors.toSet());
        colleagues.stream()
                .filter(colleague -> known.contains(colleague.person()))
                .forEach(colleague -> all.add(colleague(colleague)));
        for (Contact contact : contacts.of(invitation.engagementId())) {
            if (isInvited(contact, invitation.withCustomer())) {
                all.add(contact(contact));
            }
        }
        Set<String> seen = new HashSet<>();
        return all.stream()
                .filter(recipient -> MailAddress.isAddress(recipient.address()))
                .filter(recipient -> seen.add(recipient.address().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static boolean isInvited(Contact contact, boolean withCustomer) {
        return contact.email() != null
                && !contact.doNotContact()
                && (contact.organization() == Organization.FASTTRACK
                        || withCustomer && contact.organization() == Organization.CUSTOMER);
    }

    private static Recipient contact(Contact contact) {
        return new Recipient(
                Objects.requireNonNull(contact.email()),
                contact.name(),
                null,
                contact.language() == null ? SPANISH : Locale.forLanguageTag(contact.language()),
                contact.timeZone() == null ? null : ZoneId.of(contact.timeZone()),
                contact.organization() == Organization.CUSTOMER);
    }

    private Recipient colleague(Invited colleague) {
        return new Recipient(
                colleague.address(),
                colleague.name(),
                colleague.person(),
                colleague.person() == null ? SPANISH : people.locale(colleague.person()),
                null,
                false);
    }
}
