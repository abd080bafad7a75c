package org.acmconversation.invitation;

import static org.acmconversation.database.Timestamps.requiredInstant;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores invitations and who got them. */
@Repository
class InvitationRepository {

    private static final String SELECT = """
            select sequence, starts_at, with_customer, canceled
            from call_invitation
            """;

    private final JdbcClient jdbc;

    InvitationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An invited person as stored. */
    record Invited(String address, String name, @Nullable String person) {}

    Optional<CallInvitation> find(UUID engagementId) {
        return jdbc.sql(SELECT + "where engagement_id = :id")
                .param("id", engagementId)
                .query((row, number) -> new CallInvitation(
                        engagementId,
                        row.getInt("sequence"),
                        requiredInstant(row, "starts_at"),
                        row.getBoolean("with_customer"),
                        row.getBoolean("canceled")))
                .optional();
    }

    List<Invited> invited(UUID engagementId) {
        return jdbc.sql("select address, name, person from call_invitation_recipient where engagement_id = :id"
                        + " order by address")
                .param("id", engagementId)
                .query((row, number) ->
                        new Invited(row.getString("address"), row.getString("name"), row.getString("person")))
                .list();
    }

    /** Returns the invited people with an account. */
    List<Invited> colleagues(UUID engagementId) {
        return invited(engagementId).stream()
                .filter(invited -> invited.person() != null)
                .toList();
    }

    /** Deletes an invited address, whatever its capitals. */
    void removeInvitee(UUID engagementId, String address) {
        jdbc.sql("delete from call_invitation_recipient where engagement_id = :id"
                        + " and lower(address) = lower(:address)")
                .param("id", engagementId)
                .param("address", address)
                .update();
    }

    void save(CallInvitation invitation) {
        int updated = write(invitation, """
                update call_invitation set sequence = :sequence, starts_at = :startsAt, with_customer = :withCustomer,
                  canceled = :canceled
                where engagement_id = :id
                """);
        if (updated == 0) {
            write(invitation, """
                    insert into call_invitation (engagement_id, sequence, starts_at, with_customer, canceled)
                    values (:id, :sequence, :startsAt, :withCustomer, :canceled)
                    """);
        }
    }

    private int write(CallInvitation invitation, String statement) {
        return jdbc.sql(statement)
                .param("id", invitation.engagementId())
                .param("sequence", invitation.sequence())
                .param("startsAt", invitation.startsAt().atOffset(ZoneOffset.UTC))
                .param("withCustomer", invitation.withCustomer())
                .param("canceled", invitation.canceled())
                .update();
    }

    /** Replaces the invited people. */
    void invite(UUID engagementId, List<Recipient> recipients) {
        jdbc.sql("delete from call_invitation_recipient where engagement_id = :id")
                .param("id", engagementId)
                .update();
        addInvitees(engagementId, recipients);
    }

    /** Adds invited people. */
    void addInvitees(UUID engagementId, List<Recipient> recipients) {
        for (Recipient recipient : recipients) {
            jdbc.sql("""
                            insert into call_invitation_recipient (engagement_id, address, name, person)
                            values (:id, :address, :name, :person)
                            """)
                    .param("id", engagementId)
                    .param("address", recipient.address())
                    .param("name", recipient.name())
                    .param("person", recipient.person())
                    .update();
        }
    }
}
