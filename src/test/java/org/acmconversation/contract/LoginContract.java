package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A login returns to the requested page, and people are told when their session has expired. */
abstract class LoginContract extends ContractTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String QUEUE = "/camunda/api/engine/engine/default/filter";

    private WebSession person() {
        return new WebSession(port);
    }

    private String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElse("nowhere")
                .replaceFirst("^http://127.0.0.1:" + port, "");
    }

    @Test
    void loginReturnsToTheRequestedPage() {
        WebSession person = person();
        assertThat(location(person.open(TASKLIST + "?x=1"))).isEqualTo("/login");

        assertThat(location(person.logIn("manager"))).isEqualTo(TASKLIST + "?x=1");
    }

    @Test
    void offersAnotherLoginIfTheHomePageIsForbidden() {
        WebSession system = person();
        String home = location(system.logIn("crm"));
        HttpResponse<String> refusal = system.get(home, "Accept", "text/html");

        assertThat(refusal.statusCode()).isEqualTo(403);
        assertThat(refusal.body()).contains("Su rol no permite").contains("href=\"/login\"");
        assertThat(location(system.logIn("manager"))).isEqualTo("/");
        assertThat(system.open("/").body()).contains("Hola");
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Mode, cors, Cookie", "X-Background, false, Cookie", "Sec-Fetch-Mode, navigate, Basic"})
    void promptsForAPasswordOnlyOnNavigation(String header, String value, String scheme) {
        HttpResponse<String> answer = person().get("/api/me/completed", header, value);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("none"))
                .startsWith(scheme + " ");
    }

    @Test
    void outdatedLoginPagesLeadToANewOne() {
        WebSession person = person();
        HttpResponse<String> old = person.open("/login");
        person.setCookie("ACM-XSRF-TOKEN", "of-another-login");

        HttpResponse<String> answer = person.logInOn(old, "manager");

        assertThat(location(answer)).isEqualTo("/login?again");
        assertThat(person.open("/login?again").body())
                .contains("Entre de nuevo")
                .contains("<form");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/favicon.ico",
                "/camunda/lib/deps.js",
                "/camunda/api/admin/auth/user/default",
                "/favicon.png"
            })
    void loginIgnoresBackgroundRequests(String path) {
        WebSession person = person();
        person.get(path, "Accept", "*/*", "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Dest", "image");
        person.get(path, "Accept", "image/avif,*/*");

        assertThat(location(person.logIn("manager"))).isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({
        "manager, /camunda/app/admin/default/",
        "manager, /camunda/app/cockpit/default/",
        "operator, /camunda/app/tasklist/default/",
        "manager, /camunda-welcome/index.html",
        "manager, /nothing"
    })
    void loginFallsBackToHomeForForbiddenPages(String account, String page) {
        WebSession person = person();
        person.open(page);

        assertThat(location(person.logIn(account))).isEqualTo("/");
    }

    @Test
    void aLinkToATaskSurvivesTheLogin() {
        WebSession person = person();
        person.open(TASKLIST);
        person.setCookie("ACM-WANTED-FRAGMENT", URLEncoder.encode("#/?task=01a2", StandardCharsets.UTF_8));

        assertThat(location(person.logIn("manager"))).isEqualTo(TASKLIST + "#/?task=01a2");
        assertThat(person.cookie("ACM-WANTED-FRAGMENT")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "#\r\nSet-Cookie: a=b", "x"})
    void dropsInvalidFragments(String fragment) {
        WebSession person = person();
        person.open(TASKLIST);
        person.setCookie("ACM-WANTED-FRAGMENT", URLEncoder.encode(fragment, StandardCharsets.UTF_8));

        assertThat(location(person.logIn("manager"))).isEqualTo(TASKLIST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/camunda/app/tasklist/default/", "//evil.example/", "javascript:x", "%%"})
    void ignoresCookiesThatRedirectToOtherServers(String wanted) {
        WebSession person = person();
        person.setCookie("REDIRECT_URI", Base64.getEncoder().encodeToString(wanted.getBytes(StandardCharsets.UTF_8)));

        assertThat(location(person.logIn("manager"))).isIn("/", TASKLIST);
    }

    @Test
    void sessionExpiresDespitePollingByTasklist() {
        WebSession person = person();
        person.logIn("manager");
        assertThat(person.get(QUEUE + "/count").statusCode()).isEqualTo(200);

        simulateIdle(31, person);

        assertThat(person.get(QUEUE + "/count").statusCode()).isEqualTo(401);
        HttpResponse<String> page = person().open(TASKLIST);
        assertThat(location(page)).isEqualTo("/login");
    }

    @Test
    void loginPageExplainsAnExpiredSession() {
        WebSession person = person();
        person.logIn("manager");
        simulateIdle(31, person);

        assertThat(location(person.open(TASKLIST))).isEqualTo("/login?ended");
        assertThat(person.open("/login?ended").body())
                .contains("Su sesión ha terminado")
                .doesNotContain("Ha cerrado la sesión");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/me/calendar", "/me/notifications", "/engagements/views"})
    void actionsOfAnEarlierSessionAreNotCarriedOut(String action) {
        WebSession lead = person();
        lead.logIn("lead");
        var fields = Map.of(
                "_csrf", "of an earlier session",
                "until", "2040-01-01T00:00:00Z",
                "name", "Outdated",
                "query", "status=RUNNING");

        assertThat(location(lead.submit(action, fields))).isEqualTo("/?again");
        assertThat(database.queryForObject(
                        "select (select count(*) from calendar_feed where person = 'lead')"
                                + " + (select count(*) from saved_view where name = 'Outdated')",
                        Integer.class))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "/engagements/new, Lo que escribió no se ha perdido",
        "/me/notifications/choices, Lo que escribió no se ha perdido",
        "/releases/1/reversal, Lo que escribió no se ha perdido",
        "/me/calendar, no se ha hecho nada",
        "/releases/1/deletion, no se ha hecho nada"
    })
    void loginPageSaysWhetherTheFormIsShownAgain(String action, String sentence) {
        assertThat(person().submit(action, Map.of("_csrf", "of an earlier session"))
                        .body())
                .contains(sentence);
    }

    @Test
    void explainsAnExpiredSessionOnceAfterBackgroundRequests() {
        WebSession person = person();
        person.logIn("manager");
        simulateIdle(31, person);

        assertThat(person.get(QUEUE, "X-Background", "true").statusCode()).isEqualTo(401);
        assertThat(location(person.open(TASKLIST))).isEqualTo("/login?ended");
        assertThat(location(person.open(TASKLIST))).isEqualTo("/login");
        assertThat(location(person.logIn("manager"))).isEqualTo(TASKLIST);
    }

    @Test
    void onlyUserActionsExtendTheSession() {
        String poll = QUEUE + "/" + anyFilter() + "/list";
        WebSession idle = person();
        idle.logIn("manager");
        simulateIdle(29, idle);
        idle.get(poll);
        idle.get(QUEUE, "X-Background", "true");
        assertThat(lastActions(idle)).isZero();

        WebSession busy = person();
        busy.logIn("manager");
        simulateIdle(29, busy);
        busy.get(poll, "X-Background", "false");
        assertThat(lastActions(busy)).isOne();

        WebSession opening = person();
        opening.logIn("manager");
        simulateIdle(29, opening);
        opening.open(TASKLIST);
        assertThat(lastActions(opening)).isOne();
    }

    private String anyFilter() {
        return database.queryForList("select ID_ from ACT_RU_FILTER", String.class)
                .get(0);
    }

    /**
     * Simulates that the login was this long ago, with no action since except requests that keep Spring's session
     * alive.
     */
    private void simulateIdle(int minutes, WebSession person) {
        database.update(
                "delete from spring_session_attributes where attribute_name = 'acm.lastAction'"
                        + " and session_primary_id in (select primary_id from spring_session where session_id = ?)",
                id(person));
        assertThat(database.update(
                        "update spring_session set creation_time = creation_time - ? where session_id = ?",
                        minutes * 60_000L,
                        id(person)))
                .isOne();
    }

    private int lastActions(WebSession person) {
        return count(
                "spring_session_attributes where attribute_name = 'acm.lastAction' and session_primary_id in"
                        + " (select primary_id from spring_session where session_id = ?)",
                id(person));
    }

    private static String id(WebSession person) {
        return new String(Base64.getDecoder().decode(person.cookie("JSESSIONID")), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "/camunda/app/admin/default/, 403, Su rol no permite abrir esta página",
        "/releases, 403, Su rol no permite abrir esta página",
        "/nothing, 404, Esta página no existe",
        "/camunda/app/tasklist/nothing.html, 404, Esta página no existe"
    })
    void errorPagesExplainTheReason(String page, int status, String sentence) {
        WebSession person = person();
        person.logIn("manager");

        HttpResponse<String> answer = person.open(page);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body())
                .contains(sentence, "Volver al inicio", "lang=\"es\"")
                .doesNotContain("Whitelabel", "??");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");
    }

    @Test
    void aBrowserWithAWrongPasswordGetsAPage() {
        HttpResponse<String> answer = person().get(
                        "/engagements",
                        "Accept",
                        "text/html",
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("manager:old".getBytes(StandardCharsets.UTF_8)));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("none"))
                .startsWith("Basic ");
        assertThat(answer.body()).contains("Inicie sesión para abrir esta página", "Volver al inicio");
    }

    @Test
    void aPageThatFailsSaysSo() {
        WebSession person = person();
        person.logIn("manager");
        HttpResponse<String> answer;
        database.execute("alter table saved_view rename to saved_view_away");
        try {
            answer = person.open("/engagements");
        } finally {
            database.execute("alter table saved_view_away rename to saved_view");
        }

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("El servicio ha fallado al preparar esta página", "Volver al inicio")
                .doesNotContain("saved_view", "Exception");
    }

    @Test
    void explainsErrorsInTasklist() {
        WebSession engineer = person();
        engineer.logIn("engineer");
        engineer.open(TASKLIST);
        String tasks = "/camunda/api/engine/engine/default/task/";
        String managers = awaitTask(started(Requests.withoutKickoff()), "completeEntryCriteria")
                .path("taskId")
                .asText();

        assertThat(engineer.post(tasks + managers + "/claim", "{\"userId\": \"engineer\"}")
                        .body())
                .contains("\"message\":\"No tiene permiso para hacer esto.\"");
        assertThat(engineer.post(tasks + "01a2/claim", "{\"userId\": \"engineer\"}")
                        .body())
                .contains("La tarea ya no existe");
        assertThat(engineer.post("/camunda/api/engine/engine/default/message", "{}")
                        .body())
                .contains("Su rol no permite hacer esto");
    }
}
