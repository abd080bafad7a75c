package org.acmconversation.notification;

import static org.acmconversation.text.SpanishTexts.SPANISH;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.acmconversation.calendar.WorkingCalendars;
import org.acmconversation.engine.identity.Colleague;
import org.acmconversation.engine.identity.Colleagues;
import org.acmconversation.notification.TeamsClient.Attempt;
import org.acmconversation.notification.TeamsClient.Outcome;
import org.acmconversation.operations.SharedWork;
import org.acmconversation.outbound.Backoff;
import org.acmconversation.outbound.QuietMode;
import org.acmconversation.security.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Posts new tasks in the queues of roles to their channels: one card for all of them, at most one a minute. A card that
 * fails is replaced by a later one with the tasks that are new by then, so cards do not pile up.
 */
@Component
class TeamsPosts {

    private static final Logger log = LoggerFactory.getLogger(TeamsPosts.class);

    private static final Duration LOOK = Duration.ofSeconds(20);
    private static final Duration MAX_WAIT = Duration.ofHours(1);
    private final NewTaskNotices news;
    private final TeamsChannels channels;
    private final TeamsClient client;
    private final TeamsProperties properties;
    private final NotificationProperties addresses;
    private final NotificationRepository notifications;
    private final Colleagues colleagues;
    private final WorkingCalendars calendars;
    private final MessageSource messages;
    private final SharedWork work;
    private final QuietMode quiet;
    private final Backoff backoff = new Backoff(
            Duration.ofMinutes(1), MAX_WAIT, () -> ThreadLocalRandom.current().nextDouble());

    TeamsPosts(
            NewTaskNotices news,
            TeamsChannels channels,
            TeamsClient client,
            TeamsProperties properties,
            NotificationProperties addresses,
            NotificationRepository notifications,
            Colleagues colleagues,
            WorkingCalendars calendars,
            MessageSource messages,
            SharedWork work,
            QuietMode quiet) {
        this.news = news;
        this.channels = channels;
        this.client = client;
        this.properties = properties;
        this.addresses = addresses;
        this.notifications = notifications;
        this.colleagues = colleagues;
        this.calendars = calendars;
        this.messages = messages;
        this.work = work;
        this.quiet = quiet;
    }

    @EventListener(ApplicationReadyEvent.class)
    void schedule() {
        if (!properties.channels().isEmpty() && !quiet.isOn()) {
            work.every(LOOK, "notification-teams", this::postWhatIsNew);
        }
    }

    /** Posts to each channel that has new tasks and is due. */
    void postWhatIsNew() {
        properties.channels().forEach((role, address) -> {
            var card = UUID.randomUUID();
            int tasks = news.putOnCard(role, card);
            if (tasks > 0 && channels.reserve(role)) {
                post(role, address, card, tasks);
            }
        });
    }

    private void post(String role, URI address, UUID card, int tasks) {
        try {
            Attempt attempt = client.post(address, card(role, tasks));
            if (attempt.outcome() == Outcome.POSTED) {
                news.markPosted(card);
                channels.posted(role);
                notifications.forget(Kind.CHANNEL_GONE, role);
                return;
            }
            Duration wait = attempt.outcome() == Outcome.GONE
                    ? MAX_WAIT
                    : backoff.after(channels.failures(role) + 1, attempt.retryAfter());
            channels.failed(role, attempt.failure(), wait);
            log.warn("The Teams channel of {} rejected a card; retrying in {}: {}", role, wait, attempt.failure());
            if (attempt.outcome() == Outcome.GONE) {
                tellOperators(role);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellOperators(String role) {
        for (Colleague operator : colleagues.of(Set.of(Role.OPERATOR.group()))) {
            if (!notifications.matters(operator.id(), Kind.CHANNEL_GONE).contains(role)) {
                notifications.put(new NewNotification(
                        operator.id(), Kind.CHANNEL_GONE, role, null, null, displayName(role), null, null));
            }
        }
    }

    private static String displayName(String role) {
        return Arrays.stream(Role.values())
                .filter(known -> known.group().equals(role))
                .map(Role::displayName)
                .findFirst()
                .orElse(role);
    }

    /** Says how many tasks are new, without customers' names. */
    private String card(String role, int tasks) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("type", "message");
        ObjectNode content = message.putArray("attachments")
                .addObject()
                .put("contentType", "application/vnd.microsoft.card.adaptive")
                .putObject("content")
                .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("type", "AdaptiveCard")
                .put("version", "1.4");
        content.putArray("body")
                .addObject()
                .put("type", "TextBlock")
                .put(
                        "text",
                        messages.getMessage(
                                "teams.news",
                                new Object[] {tasks, displayName(role)},
                                calendars.inDefaultCountry(SPANISH)))
                .put("weight", "Bolder")
                .put("wrap", true);
        addresses
                .url("/")
                .ifPresent(url -> content.putArray("actions")
                        .addObject()
                        .put("type", "Action.OpenUrl")
                        .put("title", messages.getMessage("teams.open", null, SPANISH))
                        .put("url", url));
        return message.toString();
    }
}
