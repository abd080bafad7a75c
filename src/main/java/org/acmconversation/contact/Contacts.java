package org.acmconversation.contact;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.acmconversation.contact.Contact.Organization;
import org.acmconversation.database.Transactions;
import org.acmconversation.engagement.EngagementErasedException;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.idempotency.IdempotentRequests;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the contacts of engagements, including those that have ended. They are personal data. Copies are only in
 * {@code call_invitation_recipient}, in unsent mail and, for a day, in the response to an idempotent request.
 */
@Component
public class Contacts {

    private static final String BY_ID = " where engagement_id = :engagementId and id = :id";

    private static final String SELECT = """
            select id, name, email, phone, organization, role, language, time_zone, survey_eligible,
              decision_maker, do_not_contact
            from contact
            """;

    private final JdbcClient jdbc;
    private final Engagements engagements;
    private final Transactions transactions;
    private final IdempotentRequests requests;
    private final ApplicationEventPublisher events;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    Contacts(
            JdbcClient jdbc,
            Engagements engagements,
            Transactions transactions,
            IdempotentRequests requests,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.engagements = engagements;
        this.transactions = transactions;
        this.requests = requests;
        this.events = events;
    }

    /** The contacts of an engagement: the customer's first, then by name. */
    public List<Contact> of(UUID engagementId) {
        return jdbc.sql(SELECT + """
                        where engagement_id = :engagementId
                        order by case organization when 'CUSTOMER' then 0 else 1 end, organization, name, id
                        """)
                .param("engagementId", engagementId)
                .query(Contacts::contact)
                .list();
    }

    /** @throws UnknownContactException if the engagement has none with that id */
    public Contact get(UUID engagementId, UUID id) {
        return jdbc.sql(SELECT + BY_ID)
                .param("engagementId", engagementId)
                .param("id", id)
                .query(Contacts::contact)
                .optional()
                .orElseThrow(UnknownContactException::new);
    }

    /**
     * Adds a contact to an engagement.
     *
     * @throws org.acmconversation.engagement.UnknownEngagementException if there is none with that id
     * @throws EngagementErasedException if its personal data was erased
     */
    public Contact add(UUID engagementId, ContactData data) {
        return transactions.run(() -> {
            // An erasure that runs meanwhile would miss the contact.
            if (engagements.lock(engagementId).isErased()) {
                throw new EngagementErasedException();
            }
            Contact contact = data.contact(ids.generate());
            write(engagementId, contact, """
                    insert into contact (id, engagement_id, name, email, phone, organization, role, language, time_zone,
                      survey_eligible, decision_maker, do_not_contact)
                    values (:id, :engagementId, :name, :email, :phone, :organization, :role, :language, :timeZone,
                      :surveyEligible, :decisionMaker, :doNotContact)
                    """);
            return contact;
        });
    }

    /**
     * Changes a contact.
     *
     * @param change maps the current data to the new data
     * @throws UnknownContactException if the engagement has none with that id
     */
    public Contact change(UUID engagementId, UUID id, UnaryOperator<ContactData> change) {
        return transactions.run(() -> {
            engagements.lock(engagementId);
            Contact before = get(engagementId, id);
            Contact changed = change.apply(ContactData.of(before)).contact(id);
            write(engagementId, changed, """
                    update contact set name = :name, email = :email, phone = :phone, organization = :organization,
                      role = :role, language = :language, time_zone = :timeZone, survey_eligible = :surveyEligible,
                      decision_maker = :decisionMaker, do_not_contact = :doNotContact
                    """ + BY_ID);
            String previous = before.email();
            if (previous != null && !previous.equalsIgnoreCase(changed.email())) {
                events.publishEvent(new ContactEmailChanged(engagementId, previous, changed.email()));
            }
            return changed;
        });
    }

    private void write(UUID engagementId, Contact contact, String statement) {
        jdbc.sql(statement)
                .param("id", contact.id())
                .param("engagementId", engagementId)
                .param("name", contact.name())
                .param("email", contact.email())
                .param("phone", contact.phone())
                .param("organization", contact.organization().name())
                .param("role", contact.role())
                .param("language", contact.language())
                .param("timeZone", contact.timeZone())
                .param("surveyEligible", contact.surveyEligible())
                .param("decisionMaker", contact.decisionMaker())
                .param("doNotContact", contact.doNotContact())
                .update();
    }

    /** @throws UnknownContactException if the engagement has none with that id */
    public void delete(UUID engagementId, UUID id) {
        transactions.run(() -> {
            engagements.lock(engagementId);
            Contact contact = get(engagementId, id);
            jdbc.sql("delete from contact" + BY_ID)
                    .param("engagementId", engagementId)
                    .param("id", id)
                    .update();
            requests.eraseResponse(id);
            events.publishEvent(new ContactDeleted(engagementId, contact.email()));
        });
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                Organization.valueOf(row.getString("organization")),
                row.getString("role"),
                row.getString("language"),
                row.getString("time_zone"),
                row.getBoolean("survey_eligible"),
                row.getBoolean("decision_maker"),
                row.getBoolean("do_not_contact"));
    }
}
