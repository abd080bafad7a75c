package org.acmconversation.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;

/** Base class for tests that create and publish releases. */
abstract class ReleaseTest extends ContractTest {

    static final String RELEASES = "/api/releases";
    static final String MAIN = "acm-conversation.bpmn";
    static final String VALUE = "value-discussion.bpmn";
    static final String CATALOG = "decisions/ftop-catalog.dmn";

    /** Publishes and migrates all running engagements. */
    static final String ALL = "{\"migrate\": \"ALL\"}";

    ApiClient analyst() {
        return anonymous().as("analyst");
    }

    /** Activates the models of the jar again for other tests. */
    @AfterEach
    void restore() {
        database.update("update model_release set active = null, state = 'REPLACED' where active");
        database.update("update model_release set active = true, state = 'PUBLISHED' where number ="
                + " (select min(number) from model_release where origin = 'JAR')");
        database.queryForList("select number from model_release where state = 'DRAFT'", Long.class)
                .forEach(draft -> analyst().send("DELETE", RELEASES + "/" + draft, BodyPublishers.noBody()));
    }

    /** Creates a draft without scenarios, which would take a while. */
    Answer create(Multipart form) {
        for (String scenario : ModelFile.scenarios()) {
            form.field("remove", scenario);
        }
        return analyst().send("POST", RELEASES, Multipart.CONTENT_TYPE, form.body());
    }

    JsonNode drafted(String file, String from, String to) {
        return create(new Multipart().file(file, ModelFile.changed(file, from, to)))
                .assertStatus(201)
                .json();
    }

    JsonNode release(long number) {
        return analyst().get(RELEASES + "/" + number).assertStatus(200).json();
    }

    Answer publish(ApiClient caller, long number, String body) {
        return caller.post(RELEASES + "/" + number + "/publication", body);
    }

    JsonNode published(String file, String from, String to) {
        long number = drafted(file, from, to).path("number").asLong();
        return publish(analyst(), number, "{\"migrate\": \"NONE\"}")
                .assertStatus(200)
                .json();
    }

    /** Returns the migration to a release, once it has ended. */
    JsonNode migrated(long number) {
        return patiently()
                .until(
                        () -> release(number).path("migration"),
                        migration -> migration.path("state").asText().equals("DONE"));
    }

    /** Returns the change of each file. */
    static Map<String, String> files(JsonNode release) {
        return StreamSupport.stream(release.path("files").spliterator(), false)
                .collect(Collectors.toMap(
                        file -> file.path("path").asText(),
                        file -> file.path("change").asText()));
    }

    /** Returns the messages that prevent a publication. */
    static List<String> errors(JsonNode release) {
        return StreamSupport.stream(release.path("findings").spliterator(), false)
                .filter(finding -> finding.path("severity").asText().equals("ERROR"))
                .map(finding -> finding.path("message").asText())
                .toList();
    }
}
