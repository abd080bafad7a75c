package org.acmconversation.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EngagementTest {

    private static final Instant STARTED = Instant.parse("2026-01-01T10:00:00Z");
    private static final Instant ENDED = Instant.parse("2026-01-02T10:00:00Z");

    private final Engagement running = Engagement.start(
            new UUID(1, 2),
            new NewEngagement(
                    "CRM-1",
                    new Customer("Contoso", null),
                    Segment.SMB,
                    5,
                    List.of("EDGE"),
                    List.of(Initiative.RFA),
                    new EntryCriteria(true, true, true, false)),
            STARTED);

    @Test
    void newEngagementsAreNeitherErasedNorWithdrawn() {
        assertThat(running.isErased()).isFalse();
        assertThat(running.isWithdrawalPending()).isFalse();
    }

    @Test
    void recognizesErasedEngagements() {
        Engagement erased = Engagement.start(
                running.id(),
                new NewEngagement(
                        Engagement.ERASED + running.id(),
                        running.customer(),
                        running.segment(),
                        running.licenses(),
                        running.services(),
                        running.initiatives(),
                        running.entryCriteria()),
                STARTED);

        assertThat(erased.isErased()).isTrue();
    }

    @Test
    void runningEngagementsCanChange() {
        Profile profile = new Profile(Segment.ENTERPRISE, 7, List.of("TEAMS"), running.entryCriteria());

        assertThat(running.change(old -> profile).profile()).isEqualTo(profile);
        assertThat(running.change(old -> old)).isEqualTo(running);
    }

    @Test
    void withdrawalIsPendingUntilTheProcessHasEnded() {
        Engagement withdrawn = running.withdraw("Not now", ENDED);

        assertThat(withdrawn.status()).isEqualTo(EngagementStatus.WITHDRAWN);
        assertThat(withdrawn.outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(withdrawn.withdrawalReason()).isEqualTo("Not now");
        assertThat(withdrawn.endedAt()).isEqualTo(ENDED);
        assertThat(withdrawn.isWithdrawalPending()).isTrue();

        Engagement ended = withdrawn.end(Outcome.WITHDRAWN, ENDED.plusSeconds(1));

        assertThat(ended.isWithdrawalPending()).isFalse();
        assertThat(ended.endedAt()).isEqualTo(ENDED);
        assertThat(ended.withdrawalReason()).isEqualTo("Not now");
    }

    @Test
    void withdrawingAgainChangesNothing() {
        Engagement withdrawn = running.withdraw("Not now", ENDED);

        assertThat(withdrawn.withdraw("Another reason", ENDED.plusSeconds(1))).isEqualTo(withdrawn);
    }

    @Test
    void endsOnlyOnce() {
        Engagement ended = running.end(Outcome.CONVERSATION_COMPLETE, ENDED);

        assertThat(ended.status()).isEqualTo(EngagementStatus.COMPLETED);
        assertThat(ended.endedAt()).isEqualTo(ENDED);
        assertThat(ended.end(Outcome.INTRODUCED_TO_SME, ENDED.plusSeconds(1))).isEqualTo(ended);

        Engagement withdrawn = running.withdraw("Not now", ENDED).end(Outcome.WITHDRAWN, ENDED);

        assertThat(withdrawn.end(Outcome.WITHDRAWN, ENDED.plusSeconds(1))).isEqualTo(withdrawn);
    }

    @Test
    void endedEngagementsCanNeitherChangeNorBeWithdrawn() {
        Engagement ended = running.end(Outcome.CONVERSATION_COMPLETE, ENDED);

        assertThatThrownBy(() -> ended.change(old -> old)).isInstanceOf(EngagementEndedException.class);
        assertThatThrownBy(() -> ended.withdraw("Not now", ENDED)).isInstanceOf(EngagementEndedException.class);
    }
}
