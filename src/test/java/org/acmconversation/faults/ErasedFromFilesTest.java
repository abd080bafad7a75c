package org.acmconversation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.faults.Nodes.Answer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After an erasure no file of a node contains erased data: database, logs, temporary files, Tomcat's folder. The log
 * tells the engagement's whole story, one line a step, and nothing went wrong.
 */
@Tag("faults")
class ErasedFromFilesTest {

    private static final String HEADER = "externalId,customerName,tenantId,segment,licenses,services,initiatives,"
            + "kickoffHeld,benefitUnderstood,resourcesClear,inEnterpriseAdoptionProgram\n";

    private static final List<String> STEPS = List.of(
            "started as process instance",
            "FTOP task 4047 of engagement it is OPEN",
            "FTOP task 4047 of engagement it is COMPLETED",
            "TASK_CLAIMED scheduleConversation",
            "TASK_COMMENTED scheduleConversation",
            "TASK_COMPLETED scheduleConversation",
            "TASK_CLAIMED conductConversation",
            "TASK_COMPLETED conductConversation",
            "is withdrawn",
            "ended with the outcome WITHDRAWN",
            "was erased");

    private final String marker =
            "Marca" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @TempDir
    Path folder;

    private Nodes service;

    @Test
    void noFileContainsTheMarker() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        List<String> settings = List.of(
                "--spring.profiles.active=local",
                "--server.tomcat.basedir=" + folder.resolve("tomcat"),
                // The database's file contains deleted rows until it is compacted or their space is reused.
                "--spring.datasource.url=jdbc:h2:file:%s;DEFRAG_ALWAYS=TRUE"
                        .formatted(folder.resolve("data").resolve("acm")));
        try (var node = new Node("erasing", logs, settings).with("-Djava.io.tmpdir=" + temporary)) {
            node.start();
            service = new Nodes(List.of(node));
            List<String> engagements = List.of(conversation(), imported());
            eventually("the database's file has the marker")
                    .until(() -> !filesWithMarker().isEmpty());

            engagements.forEach(id -> done("admin", erasure(id), "{\"reason\": \"%1$s\"}"));
            eventually("the erasures").until(() -> engagements.stream().allMatch(this::isErased));
            node.terminate();
            eventually("the node has ended").until(node::hasEnded);

            assertThat(filesWithMarker()).isEmpty();
            String log = Files.readString(logs.resolve("erasing-1.log"));
            assertThat(log).contains(engagements);
            assertThat(problems(log)).isEmpty();
            String story = story(log, engagements.get(0));
            assertThat(STEPS).allSatisfy(step -> assertThat(story).containsOnlyOnce(step));
        }
    }

    /** Returns the warnings and errors, except that a busy machine gives the connection pool's thread no CPU. */
    private static List<String> problems(String log) {
        return log.lines()
                .filter(line -> line.matches("\\S+ +(WARN|ERROR) .*"))
                .filter(line -> !line.contains("Thread starvation"))
                .toList();
    }

    /** Returns the lines about an engagement, and "it" for its id in the messages. */
    private static String story(String log, String id) {
        return log.lines()
                .filter(line -> line.contains("[" + id + "]"))
                .map(line -> line.replace("engagement " + id, "engagement it"))
                .collect(Collectors.joining("\n"));
    }

    private String conversation() {
        String id = done("crm", "/api/engagements", """
                {"externalId": "%1$s", "customer": {"name": "%1$s", "tenantId": "%1$s"}, "segment": "CORPORATE",
                 "licenses": 500, "services": ["EXCHANGE"], "initiatives": ["RFA"],
                 "entryCriteria": {"kickoffHeld": true, "benefitUnderstood": true, "resourcesClear": true,
                                   "inEnterpriseAdoptionProgram": false}}""", "Idempotency-Key", "start")
                .path("id")
                .asText();
        String engagement = "/api/engagements/" + id;
        done("manager", engagement + "/notes", "{\"text\": \"%1$s\"}", "Idempotency-Key", "note");
        done(
                "manager",
                engagement + "/contacts",
                "{\"name\": \"%1$s\", \"email\": \"%1$s@contoso.example\", \"organization\": \"CUSTOMER\"}",
                "Idempotency-Key",
                "contact");
        String task = task(engagement, "scheduleConversation");
        done("manager", "/engine-rest/task/" + task + "/claim", "{\"userId\": \"manager\"}");
        done("manager", "/api/tasks/" + task + "/comments", "{\"text\": \"%1$s\"}", "Idempotency-Key", "comment");
        done("manager", "/engine-rest/task/" + task + "/complete", """
                {"variables": {
                  "conversationAt": {"type": "String", "value": "2099-12-01T10:00+01:00"},
                  "itProfessional": {"type": "String", "value": "%1$s"},
                  "businessStakeholders": {"type": "String", "value": "%1$s"},
                  "decisionMakers": {"type": "String", "value": "%1$s"}}}""");
        // Long texts are stored in another table.
        task = task(engagement, "conductConversation");
        done("manager", "/engine-rest/task/" + task + "/claim", "{\"userId\": \"manager\"}");
        done("manager", "/engine-rest/task/" + task + "/complete", """
                {"variables": {
                  "partnerRequested": {"type": "Boolean", "value": false},
                  "changeKnowledge": {"type": "String", "value": "LOW"},
                  "changeInterest": {"type": "String", "value": "HIGH"},
                  "resourcesShared": {"type": "Json", "value": "[]"},
                  "objections": {"type": "String", "value": "%1$s"},
                  "notes": {"type": "String", "value": "%2$s"}}}""");
        task(engagement, "deliverValueDiscussion");
        return id;
    }

    /** Imports an engagement, and a row that is rejected. */
    private String imported() {
        String row = "%%1$s-2,%%1$s,%%1$s,%s,25000,EXCHANGE,RFA,false,true,true,false\n";
        JsonNode report = done(
                "crm",
                "/api/engagements/import",
                HEADER + row.formatted("SMB") + row.formatted("%1$s"),
                "Content-Type",
                "text/csv");
        assertThat(report.path("accepted").asInt()).isOne();
        assertThat(report.path("rejected")).hasSize(1);
        return service.get("/api/engagements?q=" + marker + "-2")
                .body()
                .at("/items/0/id")
                .asText();
    }

    private static String erasure(String id) {
        return "/api/engagements/" + id + "/erasure";
    }

    private boolean isErased(String id) {
        return service.ask("GET", erasure(id), "admin", "")
                .body()
                .path("state")
                .asText()
                .equals("ERASED");
    }

    private String task(String engagement, String activity) {
        return eventually(activity).until(() -> taskNow(engagement, activity), task -> !task.isEmpty());
    }

    private String taskNow(String engagement, String activity) {
        for (JsonNode current : service.get(engagement).body().path("currentActivities")) {
            if (current.path("activityId").asText().equals(activity)) {
                return current.path("taskId").asText();
            }
        }
        return "";
    }

    private JsonNode done(String user, String path, String body, String... headers) {
        Answer answer = service.post(path, user, body.formatted(marker, (marker + " ").repeat(200)), headers);
        assertThat(answer.status()).as("%s: %s", path, answer).isBetween(200, 299);
        return answer.body();
    }

    private List<Path> filesWithMarker() {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (hasMarker(Files.readAllBytes(file))) {
                    found.add(folder.relativize(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Ignores case. The marker is ASCII, which is the same in the encodings of logs and H2. */
    private boolean hasMarker(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .contains(marker.toLowerCase(Locale.ROOT));
    }

    private static ConditionFactory eventually(String what) {
        return Awaitility.await(what).atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(200));
    }
}
