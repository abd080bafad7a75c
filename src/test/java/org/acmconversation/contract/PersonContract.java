package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /api/me}. */
abstract class PersonContract extends ContractTest {

    private static final String ME = "/api/me";

    @BeforeEach
    @AfterEach
    void deletePreferences() {
        database.update("delete from person");
    }

    @Test
    void defaultsToSpanishAndTheConfiguredTimeZone() {
        assertThat(manager().get(ME).assertStatus(200).json())
                .isEqualTo(Requests.object(
                        "{\"name\": \"manager\", \"language\": \"es\", \"timeZone\": \"Europe/Madrid\"}"));
    }

    @Test
    void pagesPreferTheBrowsersTimeZoneToTheDefault() {
        String id = started(Requests.withoutKickoff());
        Instant start = Instant.parse(read(id).get("startedAt").asText());
        var browser = new WebSession(port);
        browser.logIn("manager");

        assertThat(browser.open("/engagements/" + id).body()).contains(time(start, "Europe/Madrid"));

        browser.setCookie("ACM-TIME-ZONE", "America/Bogota");
        assertThat(browser.open("/engagements/" + id).body()).contains(time(start, "America/Bogota"));
    }

    private static String time(Instant moment, String zone) {
        return DateTimeFormatter.ofPattern("H:mm").withZone(ZoneId.of(zone)).format(moment);
    }

    @Test
    void pagesWriteNumbersAsInTheBrowsersRegion() {
        String path = "/engagements/" + started(Requests.withoutKickoff());
        var browser = new WebSession(port);
        browser.logIn("manager");

        assertThat(inRegion(browser, path, "es-ES,es;q=0.9")).contains("<dd>25.000</dd>");
        assertThat(inRegion(browser, path, "es-MX,es;q=0.9,en;q=0.8")).contains("<dd>25,000</dd>");

        choose(manager(), "{\"language\": \"es\", \"timeZone\": \"Europe/Madrid\"}")
                .assertStatus(200);
        assertThat(inRegion(browser, path, "en-US,en;q=0.9,es-MX;q=0.8")).contains("<dd>25,000</dd>", "Licencias");
        assertThat(inRegion(browser, path, "en-US,en;q=0.9")).contains("<dd>25.000</dd>");
    }

    private static String inRegion(WebSession browser, String path, String acceptLanguage) {
        return browser.get(path, "Accept", "text/html", "Accept-Language", acceptLanguage)
                .body();
    }

    @Test
    void preferencesArePersonal() {
        Answer chosen = choose(manager(), "{\"language\": \"en\", \"timeZone\": \"America/Bogota\"}")
                .assertStatus(200);

        assertThat(manager().get(ME).json()).isEqualTo(chosen.json());
        assertThat(chosen.json().get("timeZone").asText()).isEqualTo("America/Bogota");
        assertThat(anonymous().as("engineer").get(ME).json().get("language").asText())
                .isEqualTo("es");
    }

    @Test
    void savesWhatItRead() {
        Answer read = manager().get(ME);

        assertThat(choose(manager(), read.body()).assertStatus(200).json()).isEqualTo(read.json());
        choose(anonymous().as("engineer"), read.body()).assertInvalid("name");
    }

    @Test
    void newPreferencesReplaceOldOnes() {
        choose(manager(), "{\"language\": \"en\", \"timeZone\": \"America/Bogota\"}")
                .assertStatus(200);
        choose(manager(), "{\"language\": \"es\", \"timeZone\": \"Europe/Madrid\"}")
                .assertStatus(200);

        assertThat(manager().get(ME).json().get("timeZone").asText()).isEqualTo("Europe/Madrid");
        assertThat(count("person")).isEqualTo(1);
    }

    @Test
    void thePageOffersTheChosenTimeZone() {
        choose(manager(), "{\"language\": \"es\", \"timeZone\": \"Etc/GMT+6\"}").assertStatus(200);
        var browser = new WebSession(port);
        browser.logIn("manager");

        assertThat(browser.open("/settings").body()).containsPattern("<option value=\"Etc/GMT\\+6\"[^>]* selected");
    }

    @Test
    void concurrentSavesLeaveOneRow() {
        assertThat(atOnce(8, number -> choose(manager(), "{\"language\": \"en\", \"timeZone\": \"UTC\"}")))
                .extracting(Answer::status)
                .containsOnly(200);
        assertThat(count("person")).isEqualTo(1);
    }

    @Test
    void namesInvalidMembers() {
        choose(manager(), "{}").assertInvalid("language", "timeZone");
        choose(manager(), "{\"language\": \"fr\", \"timeZone\": 1, \"name\": \"x\"}")
                .assertInvalid("language", "timeZone", "name");
        choose(manager(), "{\"language\": \"es\", \"timeZone\": \"+25:00\"}").assertInvalid("timeZone");
        choose(manager(), "{\"language\": \"es\", \"timeZone\": \"Mars/Olympus\"}")
                .assertInvalid("timeZone");
        assertThat(count("person")).isZero();
    }

    private static Answer choose(ApiClient client, String body) {
        return client.send("PUT", ME, ApiClient.JSON, body.getBytes(StandardCharsets.UTF_8));
    }
}
