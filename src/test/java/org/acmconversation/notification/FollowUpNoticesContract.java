package org.acmconversation.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.acmconversation.engagement.Customer;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.engagement.Segment;
import org.acmconversation.followup.NewAction;
import org.junit.jupiter.api.Test;

/** Notifications about follow-ups and due dates. */
abstract class FollowUpNoticesContract extends DigestFixture {

    @Test
    void notifiesOwnersOfOverdueNotesAndActions() throws Exception {
        UUID late = engagement(ANA, LocalDate.of(2000, 1, 1), Instant.parse("2000-01-01T00:00:00Z"));
        UUID noted = engagement(ANA, LocalDate.of(2999, 1, 1), Instant.parse("2000-01-01T00:00:00Z"));
        engagement(ANA, LocalDate.of(2999, 1, 1), Instant.parse("2999-01-01T00:00:00Z"));
        engagement("luis", LocalDate.of(2000, 1, 1), Instant.parse("2000-01-01T00:00:00Z"));

        followUp.check(ANA);
        followUp.check(ANA);
        assertThat(notifications())
                .containsExactlyInAnyOrder("NOTE " + late, "ACTION_OVERDUE " + late, "NOTE " + noted);

        clock.advance(UNTIL_THE_DIGEST);
        digests.queueWhatIsDue();
        database.update(
                "update follow_up set noted_at = ? where engagement_id = ?",
                Instant.parse("2999-01-01T00:00:00Z").atOffset(ZoneOffset.UTC),
                noted);
        send();
        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("ACM: 2 avisos");
        assertThat(part(server.getReceivedMessages()[0], 0))
                .contains("- Hace más de dos semanas que nadie escribe cómo va el caso", "- El próximo paso del caso");

        followUp.check(ANA);
        assertThat(notifications()).containsExactlyInAnyOrder("NOTE " + late, "ACTION_OVERDUE " + late);
        followUps.plan(late, new NewAction("Llamar", LocalDate.of(2999, 1, 1), "luis"), "luis");
        assertThat(notifications()).containsExactly("NOTE " + late);
        engagements.withdraw(late, "No");
        assertThat(notifications()).isEmpty();
    }

    private List<String> notifications() {
        return database.queryForList(
                "select name || ' ' || engagement_id from notification where person = ?", String.class, ANA);
    }

    private UUID engagement(String owner, LocalDate action, Instant noted) {
        UUID id = engagements
                .start(new NewEngagement(
                        "CRM-digest-" + UUID.randomUUID(),
                        new Customer("Contoso", null),
                        Segment.SMB,
                        300,
                        List.of("TEAMS"),
                        List.of(Initiative.RFA),
                        new EntryCriteria(false, true, true, false)))
                .id();
        database.update(
                "insert into follow_up (engagement_id, action, action_date, action_owner, noted_at)"
                        + " values (?, 'Llamar', ?, ?, ?)",
                id,
                action,
                owner,
                noted.atOffset(ZoneOffset.UTC));
        return id;
    }

    @Test
    void dueTomorrowUsesTheEngagementsWorkingDays() {
        UUID id = engagement(ANA, LocalDate.of(2999, 1, 1), Instant.parse("2999-01-01T00:00:00Z"));
        // 2026-11-27 is a Friday; Monday is a day off in Spain only.
        database.update("update engagement set country = 'ES', time_zone = 'Europe/Madrid' where id = ?", id);
        database.update("insert into company_day (country, day_off, name) values ('ES', date '2026-11-30', 'Fiesta')");
        try {
            Instant friday = Instant.parse("2026-11-27T10:00:00Z");
            Instant tuesday = Instant.parse("2026-12-01T17:00:00Z");
            assertThat(DueNotices.kind(tuesday, friday, () -> engagementCalendars.of(id.toString())))
                    .isEqualTo(Kind.DUE_TOMORROW);

            database.update("update engagement set country = 'MX', time_zone = 'America/Mexico_City' where id = ?", id);
            assertThat(DueNotices.kind(tuesday, friday, () -> engagementCalendars.of(id.toString())))
                    .isNull();
        } finally {
            database.update("delete from company_day where name = 'Fiesta'");
        }
    }

    @Test
    void sendsDigestsOnTheEngagementsWorkingDays() {
        UUID id = engagement(ANA, LocalDate.of(2999, 1, 1), Instant.parse("2999-01-01T00:00:00Z"));
        database.update("update engagement set country = 'ES', time_zone = 'Europe/Madrid' where id = ?", id);
        database.update("insert into company_day (country, day_off, name) values ('ES', date '2026-11-27', 'Fiesta')");
        try {
            repository.put(new NewNotification(ANA, Kind.MENTIONED, "comment", null, id, "Task", "luis", null));
            clock.advance(UNTIL_THE_DIGEST);
            queueAndSend();
            assertThat(server.getReceivedMessages()).isEmpty();

            database.update("update engagement set country = 'MX', time_zone = 'America/Mexico_City' where id = ?", id);
            queueAndSend();
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            database.update("delete from company_day where name = 'Fiesta'");
        }
    }
}
