package org.acmconversation.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acmconversation.SettableClock;
import org.acmconversation.calendar.WorkingCalendars;
import org.acmconversation.database.Transactions;
import org.acmconversation.engine.identity.Colleagues;
import org.acmconversation.engine.task.ObservedTask;
import org.acmconversation.operations.SharedWork;
import org.acmconversation.outbound.QuietMode;
import org.acmconversation.timeline.TimelineEntry;
import org.acmconversation.timeline.TimelineRecorded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** New tasks in a queue are posted to the role's channel, in few cards. */
@ExtendWith(OutputCaptureExtension.class)
abstract class TeamsContract {

    private static final String ENGINEERS = "fasttrack-engineer";
    private static final String MANAGERS = "fasttrack-manager";
    private static final UUID ENGAGEMENT = UUID.randomUUID();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Transactions transactions;

    @Autowired
    Colleagues colleagues;

    @Autowired
    MessageSource messages;

    @Autowired
    WorkingCalendars calendars;

    @Autowired
    SharedWork work;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-27T08:00:00Z"));
    private TeamsEndpoint engineers;
    private TeamsEndpoint managers;
    private NewTaskNotices news;
    private TeamsPosts posts;

    @BeforeEach
    void start() throws IOException {
        clear();
        engineers = new TeamsEndpoint();
        managers = new TeamsEndpoint();
        var properties = new TeamsProperties(
                Map.of(ENGINEERS, engineers.address(), MANAGERS, managers.address()), Duration.ofSeconds(20));
        news = new NewTaskNotices(jdbc, properties, clock);
        posts = new TeamsPosts(
                news,
                new TeamsChannels(jdbc, transactions, clock),
                new TeamsClient(properties, clock),
                properties,
                new NotificationProperties(URI.create("https://acm.example.org"), false, Map.of()),
                new NotificationRepository(jdbc, clock),
                colleagues,
                calendars,
                messages,
                work,
                new QuietMode(false));
    }

    @AfterEach
    void stop() {
        engineers.close();
        managers.close();
        clear();
    }

    private void clear() {
        for (String table : new String[] {"queue_news", "teams_channel", "notification"}) {
            database.update("delete from " + table);
        }
    }

    private void open(String task, String groups) {
        news.created(task(task, groups, null));
    }

    private ObservedTask task(String id, String groups, Instant closedAt) {
        return new ObservedTask(
                id, ENGAGEMENT.toString(), "process", "activity", groups, clock.instant(), null, closedAt, true);
    }

    private static String text(JsonNode card) {
        return card.at("/attachments/0/content/body/0/text").asText();
    }

    private int channelGoneNotifications() {
        return database.queryForObject(
                "select count(*) from notification where kind = 'CHANNEL_GONE' and person = 'operator'", Integer.class);
    }

    @Test
    void postsOneCardWithTheNumberOfNewTasks() {
        open("one", ENGINEERS + "," + MANAGERS);
        open("two", ENGINEERS);

        posts.postWhatIsNew();

        assertThat(engineers.cards()).hasSize(1);
        JsonNode card = engineers.cards().get(0);
        assertThat(text(card)).isEqualTo("Hay 2 tareas nuevas en la cola de Ingenieros de FastTrack");
        assertThat(card.at("/attachments/0/contentType").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(card.at("/attachments/0/content/actions/0/type").asText()).isEqualTo("Action.OpenUrl");
        assertThat(card.at("/attachments/0/content/actions/0/url").asText()).isEqualTo("https://acm.example.org/");
        assertThat(text(managers.cards().get(0)))
                .isEqualTo("Hay una tarea nueva en la cola de Administradores de FastTrack");
    }

    @Test
    void omitsTasksThatHaveOnlyMoved() {
        news.changed(task("old", ENGINEERS, null));

        posts.postWhatIsNew();

        assertThat(engineers.cards()).isEmpty();
    }

    @Test
    void omitsTasksClaimedOrDoneBeforePosting() {
        open("taken", ENGINEERS);
        open("done", ENGINEERS);
        news.recorded(new TimelineRecorded(
                ENGAGEMENT,
                new TimelineEntry(
                        clock.instant(),
                        TimelineEntry.Event.TASK_CLAIMED,
                        "ana",
                        "activity",
                        "Task",
                        Map.of("taskId", "taken", "assignee", "ana"))));
        news.changed(task("done", "", clock.instant()));
        news.changed(task("taken", ENGINEERS, null));

        posts.postWhatIsNew();

        assertThat(engineers.cards()).isEmpty();
    }

    @Test
    void limitsCardsToOneAMinute() {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add(new Object[] {
                "task-" + i, ENGINEERS, ENGAGEMENT, clock.instant().atOffset(ZoneOffset.UTC)
            });
        }
        database.batchUpdate(
                "insert into queue_news (task_id, role, engagement_id, created_at) values (?, ?, ?, ?)", rows);

        posts.postWhatIsNew();
        assertThat(engineers.cards()).hasSize(1);
        assertThat(text(engineers.cards().get(0))).startsWith("Hay 10.000 tareas nuevas");
        for (int second = 20; second < 3600; second += 20) {
            clock.advance(Duration.ofSeconds(20));
            open("later-" + second, ENGINEERS);
            posts.postWhatIsNew();
        }

        assertThat(engineers.cards()).hasSize(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429",
                "{\"error\": {\"code\": \"TooManyRequests\"}}",
                "{\"statusCode\": 429}"
            })
    void retriesThrottledCards(String body) {
        engineers.answer(200, body);
        open("one", ENGINEERS);
        posts.postWhatIsNew();
        open("two", ENGINEERS);
        posts.postWhatIsNew();
        assertThat(engineers.cards()).hasSize(1);

        engineers.answer(200, "1");
        clock.advance(Duration.ofMinutes(2));
        posts.postWhatIsNew();
        clock.advance(Duration.ofMinutes(2));
        posts.postWhatIsNew();

        assertThat(engineers.cards()).hasSize(2);
        assertThat(text(engineers.cards().get(1))).startsWith("Hay 2 tareas nuevas");
    }

    @Test
    void notifiesOperatorsOfADeletedFlowUntilItWorksAgain(CapturedOutput output) {
        engineers.answer(404, "{\"error\": {\"code\": \"WorkflowNotFound\"}}");
        open("one", ENGINEERS + "," + MANAGERS);
        posts.postWhatIsNew();

        assertThat(managers.cards()).hasSize(1);
        assertThat(channelGoneNotifications()).isEqualTo(1);
        assertThat(output.getAll()).contains("answer 404").doesNotContain("/workflows/secret");

        clock.advance(Duration.ofMinutes(61));
        posts.postWhatIsNew();
        assertThat(channelGoneNotifications()).isEqualTo(1);
        engineers.answer(202, "");
        clock.advance(Duration.ofMinutes(61));
        posts.postWhatIsNew();

        assertThat(engineers.cards()).hasSize(3);
        assertThat(channelGoneNotifications()).isZero();
    }

    @Test
    void postsCardsThatADeadNodeDidNotSend() {
        open("one", ENGINEERS);
        assertThat(news.putOnCard(ENGINEERS, UUID.randomUUID())).isEqualTo(1);

        posts.postWhatIsNew();

        assertThat(engineers.cards()).hasSize(1);
    }
}
