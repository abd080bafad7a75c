package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /api/views}. */
abstract class SavedViewContract extends ContractTest {

    private static final String VIEWS = "/api/views";

    @BeforeEach
    void deleteViews() {
        database.update("delete from saved_view");
    }

    @Test
    void returnsAViewAsSaved() {
        String body = "{\"query\": \"status=RUNNING&q=Pe%C3%B1a\", \"shared\": true, \"default\": true}";

        Answer saved = put(manager(), "Tarde%20%F0%9F%98%80", body).assertStatus(201);
        Answer read = manager().get(VIEWS + "/Tarde%20%F0%9F%98%80").assertStatus(200);

        assertThat(read.json())
                .isEqualTo(Requests.object("{\"name\": \"Tarde 😀\", \"query\": \"status=RUNNING&q=Pe%C3%B1a\","
                        + " \"shared\": true, \"default\": true}"))
                .isEqualTo(saved.json());
    }

    @Test
    void acceptsAViewAsReturned() {
        put(manager(), "mine", query("status=RUNNING")).assertStatus(201);
        Answer read = manager().get(VIEWS + "/mine");

        assertThat(put(manager(), "mine", read.body()).assertStatus(200).json()).isEqualTo(read.json());
    }

    @Test
    void viewsArePrivateAndNotDefaultUnlessRequested() {
        JsonNode view = put(manager(), "mine", query("status=RUNNING"))
                .assertStatus(201)
                .json();

        assertThat(view.get("shared").asBoolean()).isFalse();
        assertThat(view.get("default").asBoolean()).isFalse();
    }

    @Test
    void aNewDefaultReplacesTheOldOne() {
        put(manager(), "one", "{\"query\": \"q=1\", \"default\": true}").assertStatus(201);
        put(manager(), "two", "{\"query\": \"q=2\", \"default\": true}").assertStatus(201);

        assertThat(Answer.texts(list(manager()), "default")).containsExactly("false", "true");
    }

    @Test
    void concurrentSavesLeaveOneDefault() {
        List<Answer> answers = atOnce(
                8,
                number ->
                        put(manager(), "view" + number, "{\"query\": \"q=%d\", \"default\": true}".formatted(number)));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(count("saved_view where default_of = 'manager'")).isEqualTo(1);
    }

    @Test
    void listsSharedViewsWithTheirOwner() {
        put(manager(), "private", query("q=1")).assertStatus(201);
        put(manager(), "shared", "{\"query\": \"q=2\", \"shared\": true, \"default\": true}")
                .assertStatus(201);
        ApiClient engineer = anonymous().as("engineer");
        put(engineer, "zulu", query("q=3")).assertStatus(201);

        JsonNode views = list(engineer);

        assertThat(Answer.texts(views, "name")).containsExactly("zulu", "shared");
        assertThat(views.get(0).has("owner")).isFalse();
        assertThat(views.get(1).get("owner").asText()).isEqualTo("manager");
        assertThat(views.get(1).get("default").asBoolean()).isFalse();
    }

    @Test
    void viewsAreAccessibleOnlyToTheirOwner() {
        put(manager(), "shared", "{\"query\": \"q=1\", \"shared\": true}").assertStatus(201);
        ApiClient engineer = anonymous().as("engineer");

        engineer.get(VIEWS + "/shared").assertProblem(404, "view-not-found");
        engineer.send("DELETE", VIEWS + "/shared", ApiClient.JSON, new byte[0]).assertProblem(404, "view-not-found");
        put(engineer, "shared", query("q=2")).assertStatus(201);

        assertThat(manager().get(VIEWS + "/shared").json().get("query").asText())
                .isEqualTo("q=1");
    }

    @Test
    void deletesAView() {
        put(manager(), "mine", query("q=1")).assertStatus(201);

        manager().send("DELETE", VIEWS + "/mine", ApiClient.JSON, new byte[0]).assertStatus(204);

        manager().get(VIEWS + "/mine").assertProblem(404, "view-not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "status=RUNNING&q=Pe%C3%B1a, status=RUNNING&q=Pe%C3%B1a",
        "?status=RUNNING, status=RUNNING",
        "q=Peña 東京, q=Pe%C3%B1a%20%E6%9D%B1%E4%BA%AC",
        "q={name}, q=%7Bname%7D",
        "q=100%, q=100%25",
        "q=<b>#1, q=%3Cb%3E%231"
    })
    void escapesTheQueryOfTheDefaultView(String query, String opened) {
        put(manager(), "mine", "{\"query\": \"%s\", \"default\": true}".formatted(query))
                .assertStatus(201);

        HttpResponse<String> page = openList();

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/engagements?" + opened);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&", "?", "=RUNNING&="})
    void aDefaultViewWithoutParametersIsTheWholeList(String query) {
        put(manager(), "mine", "{\"query\": \"%s\", \"default\": true}".formatted(query))
                .assertStatus(201);

        assertThat(openList().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=GONE", "status=RUNNING&status=COMPLETED", "page=0&page=1"})
    void aDefaultViewThatIsNotValidOpensTheWholeListAndCanBeDeleted(String query) {
        put(manager(), "mine", "{\"query\": \"%s\", \"default\": true}".formatted(query))
                .assertStatus(201);
        var browser = new WebSession(port);
        browser.logIn("manager");

        HttpResponse<String> page = browser.open("/engagements");
        while (page.statusCode() == 302) {
            page = browser.open(path(page));
        }

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("La vista con la que se abre la lista no es válida", "Borrar la vista «mine»");
        assertThat(browser.open("/engagements?" + query).statusCode()).isEqualTo(400);
    }

    private static String path(HttpResponse<String> redirect) {
        return redirect.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]+", "");
    }

    private HttpResponse<String> openList() {
        var browser = new WebSession(port);
        browser.logIn("manager");
        return browser.open("/engagements");
    }

    @Test
    void namesInvalidMembers() {
        put(manager(), "mine", "{}").assertInvalid("query");
        put(manager(), "mine", query(" ")).assertInvalid("query");
        put(manager(), "mine", query("a".repeat(2001))).assertInvalid("query");
        put(manager(), "mine", "{\"query\": \"q=1\", \"shared\": 1, \"default\": \"yes\", \"isDefault\": true}")
                .assertInvalid("shared", "default", "isDefault");
        put(manager(), "mine", "{\"name\": \"yours\", \"query\": \"q=1\"}").assertInvalid("name");
        put(manager(), "a".repeat(101), query("q=1")).assertInvalid("name");
        put(manager(), "%20", query("q=1")).assertInvalid("name");
        assertThat(count("saved_view")).isZero();
    }

    @Test
    void limitsViewsTo100PerUser() {
        IntStream.range(0, 100)
                .forEach(number -> database.update(
                        "insert into saved_view (owner, name, query, shared) values ('manager', ?, 'q=1', false)",
                        "view" + number));

        put(manager(), "another", query("q=1")).assertProblem(409, "too-many-views");
        put(manager(), "view1", query("q=2")).assertStatus(200);
    }

    private static Answer put(ApiClient client, String name, String body) {
        return client.send("PUT", VIEWS + "/" + name, ApiClient.JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String query(String query) {
        return "{\"query\": \"%s\"}".formatted(query);
    }

    private static JsonNode list(ApiClient client) {
        return client.get(VIEWS).assertStatus(200).json();
    }
}
