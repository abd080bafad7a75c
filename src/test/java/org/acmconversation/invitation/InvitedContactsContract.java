package org.acmconversation.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.acmconversation.contact.Contact;
import org.acmconversation.contact.Contact.Organization;
import org.acmconversation.contact.ContactData;
import org.acmconversation.contact.ContactDeleted;
import org.acmconversation.contact.ContactEmailChanged;
import org.junit.jupiter.api.Test;

/** Invitations of contacts who opt out, are deleted or get another address. */
abstract class InvitedContactsContract extends InvitationSetup {

    @Test
    void sendsNoUpdatesAfterAnOptOut() {
        Contact ana = contact("Ana", "ana@contoso.example", Organization.CUSTOMER, null, null);
        invitations.scheduled(id, FIRST, true, SCHEDULER);
        outbox.send(id);

        optOut(ana);
        reschedule(SECOND);
        assertThat(addresses()).containsExactly("maria@fasttrack.example");
        withdraw();
        assertThat(addresses()).containsExactly("maria@fasttrack.example");
    }

    @Test
    void doesNotSendQueuedMailsAfterAnOptOut() {
        Contact ana = contact("Ana", "ana@contoso.example", Organization.CUSTOMER, null, null);
        invitations.scheduled(id, FIRST, true, SCHEDULER);
        assertThat(addresses()).contains("ana@contoso.example");

        optOut(ana);

        assertThat(addresses()).containsExactly("maria@fasttrack.example");
    }

    @Test
    void deletedContactsGetNoMailAndLeaveNoAddress() {
        Contact ana = contact("Ana", "ana@contoso.example", Organization.CUSTOMER, null, null);
        invitations.scheduled(id, FIRST, true, SCHEDULER);
        outbox.refuse(id);

        contacts.delete(id, ana.id());
        invitations.contactDeleted(new ContactDeleted(id, ana.email()));

        assertThat(outbox.kept(id)).containsExactly("maria@fasttrack.example");
        assertThat(database.queryForList(
                        "select address from call_invitation_recipient where engagement_id = ?", String.class, id))
                .containsExactly("maria@fasttrack.example");
    }

    @Test
    void deletedContactsLeaveNoAddressInOtherCapitals() {
        Contact ana = contact("Ana", "Ana@contoso.example", Organization.CUSTOMER, null, null);
        invitations.scheduled(id, FIRST, true, List.of());
        outbox.refuse(id);

        correct(ana, "ana@contoso.example");
        delete(ana, "ana@contoso.example");

        assertThat(outbox.kept(id)).isEmpty();
        assertThat(invited()).isEmpty();
    }

    @Test
    void keepsTheInvitationOfSomebodyWithADeletedContactsAddress() {
        Contact maria = contact("María, socia", "Maria@fasttrack.example", Organization.FASTTRACK, null, null);
        Contact team = contact("Buzón", "team@contoso.example", Organization.CUSTOMER, null, null);
        contact("Ana", "team@contoso.example", Organization.CUSTOMER, null, null);
        invitations.scheduled(id, FIRST, true, SCHEDULER);

        delete(maria, "Maria@fasttrack.example");
        delete(team, "team@contoso.example");

        assertThat(addresses()).containsExactly("maria@fasttrack.example", "team@contoso.example");
        assertThat(invited()).containsExactly("maria@fasttrack.example", "team@contoso.example");
        assertThat(database.queryForList(
                        "select name from call_invitation_recipient where engagement_id = ?", String.class, id))
                .doesNotContain("María, socia", "Buzón");
    }

    private void delete(Contact contact, String email) {
        contacts.delete(id, contact.id());
        invitations.contactDeleted(new ContactDeleted(id, email));
    }

    @Test
    void aCorrectedAddressGetsTheInvitationThatWaits() throws Exception {
        Contact ana = contact("Ana", "anna@contoso.example", Organization.CUSTOMER, null, null);
        invitations.scheduled(id, FIRST, true, SCHEDULER);

        correct(ana, "ana@contoso.example");

        assertThat(addresses()).containsExactly("ana@contoso.example", "maria@fasttrack.example");
        assertThat(value(event(waiting().get(0)), "SEQUENCE")).isEqualTo("0");
        assertThat(invited()).containsExactly("ana@contoso.example", "maria@fasttrack.example");

        correct(ana, "anna@contoso.example");

        assertThat(addresses()).containsExactly("anna@contoso.example", "maria@fasttrack.example");
    }

    @Test
    void aCorrectedAddressReplacesADeadLetter() {
        Contact ana = contact("Ana", "anna@contoso.example", Organization.CUSTOMER, null, null);
        invitations.scheduled(id, FIRST, true, List.of());
        outbox.refuse(id);

        correct(ana, "ana@contoso.example");

        assertThat(addresses()).containsExactly("ana@contoso.example");
        assertThat(outbox.kept(id)).containsExactly("ana@contoso.example");
    }

    @Test
    void keepsTheInvitationToASharedAddress() {
        contact("Buzón", "team@contoso.example", Organization.CUSTOMER, null, null);
        Contact ana = contact("Ana", "team@contoso.example", Organization.CUSTOMER, null, null);
        invitations.scheduled(id, FIRST, true, List.of());

        correct(ana, "ana@contoso.example");

        assertThat(addresses()).containsExactlyInAnyOrder("ana@contoso.example", "team@contoso.example");
    }

    @Test
    void invitesACorrectedAddressOnlyIfThePreviousOneWasInvited() {
        Contact ana = contact("Ana", "anna@contoso.example", Organization.CUSTOMER, null, null);
        invitations.scheduled(id, FIRST, false, SCHEDULER);
        correct(ana, "ana@contoso.example");
        assertThat(addresses()).containsExactly("maria@fasttrack.example");

        invitations.scheduled(id, FIRST, true, SCHEDULER);
        withdraw();
        correct(ana, "anna@contoso.example");
        assertThat(addresses()).containsExactly("maria@fasttrack.example");
    }

    /** The row as a change of the contact writes it, whose event reaches the service's own queue. */
    private void correct(Contact contact, String email) {
        String previous = contacts.get(id, contact.id()).email();
        database.update("update contact set email = ? where id = ?", email, contact.id());
        invitations.contactEmailChanged(new ContactEmailChanged(id, previous, email));
    }

    private List<String> invited() {
        return database.queryForList(
                "select address from call_invitation_recipient where engagement_id = ? order by address",
                String.class,
                id);
    }

    @Test
    void aChangedContactIsInvitedAtTheNewAddress() {
        Contact ana = contact("Ana", "anna@contoso.example", Organization.CUSTOMER, null, null);
        invitations.scheduled(id, FIRST, true, List.of());

        contacts.change(
                id,
                ana.id(),
                data -> new ContactData(
                        "Ana", "ana@contoso.example", null, ana.organization(), null, null, null, false, false, false));

        assertThat(invited()).containsExactly("ana@contoso.example");
    }
}
