package org.acmconversation.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.acmconversation.mail.MailTransport.Attempt;
import org.acmconversation.mail.MailTransport.Outcome;
import org.acmconversation.operations.SharedWork;
import org.acmconversation.outbound.Backoff;
import org.acmconversation.outbound.QuietMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends queued emails, one node at a time and one after the other. */
@Component
@ConditionalOnMail
class MailDelivery {

    private static final Logger log = LoggerFactory.getLogger(MailDelivery.class);

    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration BETWEEN_CLEAN_UPS = Duration.ofHours(1);
    private static final int AT_ONCE = 50;

    private final MailOutbox outbox;
    private final MailTransport transport;
    private final ObjectProvider<MailComposer> composers;
    private final SharedWork work;
    private final QuietMode quiet;
    private final Clock clock;
    private final Backoff backoff = new Backoff(
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            () -> ThreadLocalRandom.current().nextDouble());

    MailDelivery(
            MailOutbox outbox,
            MailTransport transport,
            ObjectProvider<MailComposer> composers,
            SharedWork work,
            QuietMode quiet,
            Clock clock) {
        this.outbox = outbox;
        this.transport = transport;
        this.composers = composers;
        this.work = work;
        this.quiet = quiet;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void schedule() {
        work.whenDue(POLL, "mail-send", () -> !outbox.due(1).isEmpty(), this::sendWhatIsDue);
        work.every(BETWEEN_CLEAN_UPS, "mail-clean-up", this::cleanUp);
    }

    /** Sends until nothing is due or the mail server is unreachable. Emails of a quiet node wait. */
    void sendWhatIsDue() {
        List<QueuedMail> due = quiet.isOn() ? List.of() : outbox.due(AT_ONCE);
        while (!due.isEmpty()) {
            for (QueuedMail mail : due) {
                if (outbox.claim(mail) && send(mail) == Outcome.UNREACHABLE) {
                    return;
                }
            }
            due = outbox.due(AT_ONCE);
        }
    }

    private Outcome send(QueuedMail queued) {
        String engagement =
                queued.engagementId() == null ? "" : queued.engagementId().toString();
        try (var ignored = MDC.putCloseable("engagementId", engagement)) {
            Attempt attempt = attempt(queued);
            boolean isOver = !clock.instant().isBefore(queued.giveUpAt());
            if (attempt.outcome() == Outcome.NOTHING_TO_SEND) {
                outbox.finish(queued.id(), "DROPPED");
                log.debug("Mail {} no longer applies and was dropped", queued.id());
            } else if (attempt.outcome() == Outcome.SENT) {
                outbox.sent(queued);
                log.debug("Mail {} was sent", queued.id());
            } else if (attempt.outcome() == Outcome.REFUSED || isOver) {
                outbox.giveUp(queued, attempt.failure());
                log.warn(
                        "Mail {} is a dead letter after {} attempts: {}",
                        queued.id(),
                        queued.attempts() + 1,
                        attempt.failure());
            } else {
                Duration wait = backoff.after(queued.attempts() + 1, Duration.ZERO);
                outbox.retry(queued, wait, attempt.failure());
                log.info("Mail {} failed and will be sent again in {}: {}", queued.id(), wait, attempt.failure());
            }
            return attempt.outcome();
        }
    }

    /** An email that cannot be written, because of its text or its address, must not hold the others up. */
    private Attempt attempt(QueuedMail queued) {
        try {
            return written(queued).map(transport::send).orElse(new Attempt(Outcome.NOTHING_TO_SEND, ""));
        } catch (RuntimeException e) {
            log.warn("Mail {} cannot be written", queued.id(), e);
            return new Attempt(
                    Outcome.FAILED, "cannot be written: " + e.getClass().getSimpleName());
        }
    }

    private Optional<Mail> written(QueuedMail queued) {
        if (queued.content() != null) {
            return Optional.of(outbox.read(queued.content()));
        }
        for (MailComposer composer : composers) {
            if (composer.name().equals(queued.composer()) && queued.reference() != null) {
                return composer.compose(queued.key(), queued.engagementId(), queued.reference());
            }
        }
        throw new IllegalStateException("There is no composer named " + queued.composer());
    }

    /** Deletes old sent emails, in batches. */
    void cleanUp() {
        int removed;
        do {
            removed = outbox.removeSomeOld();
        } while (removed > 0);
    }
}
