package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;

/** The form that changes an absence. */
abstract class AbsencePageContract extends ContractTest {

    private static final String ABSENCES = "/api/absences";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Madrid"));
    private static final LocalDate FROM = TODAY.plusDays(7);
    private static final LocalDate UNTIL = TODAY.plusDays(14);

    private WebSession session;
    private String path;
    private String page;

    @BeforeEach
    void enterAnAbsence() {
        deleteAbsences();
        ObjectNode absence = Requests.object("{}")
                .put("person", "manager")
                .put("from", FROM.toString())
                .put("until", UNTIL.toString())
                .put("substitute", "partner")
                .put("note", "<b>Vacaciones</b>");
        String id =
                anonymous().as("lead").post(ABSENCES, absence).assertStatus(201).id();
        path = ABSENCES + "/" + id;
        page = "/me/absences/" + id;
        session = new WebSession(port);
        session.logIn("lead");
    }

    @AfterEach
    void deleteAbsences() {
        database.update("delete from absence");
    }

    private JsonNode saved() {
        return manager().get(path).assertStatus(200).json();
    }

    private void patch(String body) {
        manager()
                .send("PATCH", path, ApiClient.MERGE_PATCH, body.getBytes(StandardCharsets.UTF_8))
                .assertStatus(200);
    }

    private static Map<String, String> fields(LocalDate until) {
        return new HashMap<>(Map.of(
                "from",
                FROM.toString(),
                "until",
                until.toString(),
                "substitute",
                "partner",
                "note",
                "<b>Vacaciones</b>"));
    }

    private static String base(HttpResponse<String> page) {
        Matcher field = Pattern.compile("name=\"base\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(field.find()).isTrue();
        return HtmlUtils.htmlUnescape(field.group(1));
    }

    @Test
    void showsAndChangesAnAbsence() {
        HttpResponse<String> form = session.open(page);
        assertThat(form.body())
                .contains(FROM.toString(), UNTIL.toString(), "&lt;b&gt;Vacaciones", "value=\"partner\" selected")
                .contains("<strong>manager local</strong>");
        Map<String, String> fields = fields(UNTIL.plusDays(1));
        fields.put("base", base(form));
        fields.put("person", "engineer");

        assertThat(session.submit(page, fields).statusCode()).isEqualTo(302);

        assertThat(saved().path("until").asText()).isEqualTo(UNTIL.plusDays(1).toString());
        assertThat(saved().path("person").asText()).isEqualTo("manager");
    }

    @Test
    void showsWhatSomebodyElseChangedMeanwhile() {
        Map<String, String> fields = fields(UNTIL.plusDays(1));
        fields.put("base", base(session.open(page)));
        patch("{\"substitute\": null, \"from\": \"%s\"}".formatted(FROM.plusDays(1)));

        HttpResponse<String> refused = session.submit(page, fields);

        assertThat(refused.body())
                .contains("Otra persona cambió esta ausencia", "Quién sustituye: partner → —")
                .containsPattern("Primer día: [^<]+ → ");
        assertThat(saved().path("until").asText()).isEqualTo(UNTIL.toString());

        fields.put("base", base(refused));
        assertThat(session.submit(page, fields).statusCode()).isEqualTo(302);
        assertThat(saved().path("until").asText()).isEqualTo(UNTIL.plusDays(1).toString());
        assertThat(session.submit(page, fields).statusCode()).isEqualTo(302);
    }

    @Test
    void marksWhatIsInvalid() {
        Map<String, String> fields = fields(FROM);
        fields.put("base", base(session.open(page)));

        assertThat(session.submit(page, fields).body()).contains("error-until");

        fields.put("until", UNTIL.toString());
        fields.put("substitute", "manager");
        assertThat(session.submit(page, fields).body()).contains("error-substitute");
        assertThat(saved().path("until").asText()).isEqualTo(UNTIL.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "[]", "{\"from\": \"soon\"}", "x"})
    void acceptsOnlyWhatTheFormShowed(String base) {
        Map<String, String> fields = fields(FROM.plusDays(1));
        fields.put("base", base);

        assertThat(session.submit(page, fields).statusCode()).isLessThan(500);
        assertThat(saved().path("from").asText()).isEqualTo(FROM.toString());
    }

    @Test
    void othersDoNotSeeIt() {
        var partner = new WebSession(port);
        partner.logIn("partner");

        assertThat(partner.open(page).statusCode()).isEqualTo(404);
    }
}
