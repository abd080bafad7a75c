package org.acmconversation.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.acmconversation.engagement.CurrentActivity;
import org.acmconversation.engagement.Customer;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.engagement.Segment;
import org.acmconversation.engine.identity.Colleagues;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.UriComponentsBuilder;

/** People log in at the provider and work in the web applications. */
@OidcTest
class OidcBrowserLoginTest {

    private static final String ANA = "ana.perez@contoso.com";
    private static final String LUIS = "luis.gil@contoso.com";

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    Colleagues colleagues;

    @Autowired
    IdentityService identityService;

    BrowserSession browser = new BrowserSession();
    String service;
    String tasklist;
    String engine;

    @BeforeEach
    void addresses() {
        service = "http://127.0.0.1:" + port;
        tasklist = service + "/camunda/app/tasklist/default/";
        engine = service + "/camunda/api/engine/engine/default";
    }

    @Test
    void redirectsToTheProviderWithPkceStateAndNonce() {
        HttpResponse<String> page = browser.open(tasklist);

        assertThat(page.uri().toString()).startsWith(Provider.instance().issuer() + "/login");
        assertThat(authorizationRequest())
                .containsEntry("response_type", "code")
                .containsEntry("client_id", Provider.CLIENT)
                .containsEntry("code_challenge_method", "S256")
                .hasEntrySatisfying(
                        "code_challenge", challenge -> assertThat(challenge).hasSize(43))
                .hasEntrySatisfying("state", state -> assertThat(state).hasSizeGreaterThan(40))
                .hasEntrySatisfying("nonce", nonce -> assertThat(nonce).hasSize(43));
    }

    @Test
    void returnsToTheRequestedPageWithTheUsersRoles() {
        logIn(ANA);

        HttpResponse<String> who = get(service + "/camunda/api/admin/auth/user/default");
        assertThat(who.statusCode()).isEqualTo(200);
        assertThat(JsonPath.<String>read(who.body(), "$.userId")).isEqualTo(ANA);
        assertThat(JsonPath.<List<String>>read(who.body(), "$.authorizedApps"))
                .containsExactlyInAnyOrder("tasklist", "welcome");
        HttpResponse<String> groups = get(engine + "/identity/groups?userId=" + ANA);
        assertThat(JsonPath.<List<String>>read(groups.body(), "$.groups[*].id")).containsExactly("fasttrack-manager");
    }

    @Test
    void loginStartsANewSession() {
        HttpResponse<String> form = browser.open(tasklist);
        String before = browser.sessionId();

        browser.logIn(form, ANA);

        assertThat(browser.sessionId()).isNotEqualTo(before);
    }

    @Test
    void tasklistShowsNamesThatTheEngineDoesNotStore() {
        logIn(ANA);

        HttpResponse<String> profile = get(engine + "/user/" + ANA + "/profile");

        assertThat(profile.statusCode()).isEqualTo(200);
        assertThat(JsonPath.<String>read(profile.body(), "$.firstName")).isEqualTo("Ana");
        assertThat(JsonPath.<String>read(profile.body(), "$.lastName")).isEqualTo("Pérez");
        assertThat(identityService.createUserQuery().count()).isZero();
    }

    @Test
    void managersCanClaimFromTheirQueue() {
        engagements.start(new NewEngagement(
                "CRM-OIDC-1",
                new Customer("Contoso", null),
                Segment.ENTERPRISE,
                25_000,
                List.of("EXCHANGE"),
                List.of(Initiative.RFA),
                new EntryCriteria(true, true, true, false)));
        logIn(ANA);

        HttpResponse<String> filters = get(engine + "/filter?resourceType=Task");
        List<String> queue = JsonPath.read(filters.body(), "$[?(@.name == 'Cola de administradores de FastTrack')].id");
        assertThat(queue).hasSize(1);
        HttpResponse<String> tasks = get(engine + "/filter/" + queue.get(0) + "/list");
        String task = JsonPath.<List<String>>read(tasks.body(), "$[*].id").get(0);
        HttpResponse<String> claim =
                browser.call("POST", engine + "/task/" + task + "/claim", "{\"userId\": \"" + ANA + "\"}");
        assertThat(claim.statusCode()).isEqualTo(204);
        HttpResponse<String> claimed = get(engine + "/task/" + task);
        assertThat(JsonPath.<String>read(claimed.body(), "$.assignee")).isEqualTo(ANA);
    }

    @Test
    void managersGiveTasksToColleaguesWhoHaveLoggedIn() {
        UUID engagement = engagements
                .start(new NewEngagement(
                        "CRM-OIDC-2",
                        new Customer("Fabrikam", null),
                        Segment.ENTERPRISE,
                        25_000,
                        List.of("EXCHANGE"),
                        List.of(Initiative.RFA),
                        new EntryCriteria(false, true, true, false)))
                .id();
        String task = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> engagements.state(engagement).currentActivities().stream()
                                .map(CurrentActivity::taskId)
                                .filter(Objects::nonNull)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        logIn(ANA);
        String assignee = engine + "/task/" + task + "/assignee";
        HttpResponse<String> stranger = browser.call("POST", assignee, "{\"userId\": \"" + LUIS + "\"}");
        assertThat(stranger.statusCode()).as("has never logged in").isEqualTo(400);

        BrowserSession other = new BrowserSession();
        other.logIn(other.open(tasklist), LUIS);

        HttpResponse<String> receivers = get(service + "/api/tasks/" + task + "/receivers");
        assertThat(JsonPath.<List<String>>read(receivers.body(), "$[*].id")).contains(ANA, LUIS);
        HttpResponse<String> given = browser.call("POST", assignee, "{\"userId\": \"" + LUIS + "\"}");
        assertThat(given.statusCode()).isEqualTo(204);
        HttpResponse<String> mine = other.call("GET", engine + "/task/" + task, "");
        assertThat(JsonPath.<String>read(mine.body(), "$.assignee")).isEqualTo(LUIS);
    }

    @Test
    void usesTheNameAndTheMailAddressOfTheLastLogin() {
        logIn(ANA);

        assertThat(colleagues.name(ANA)).contains("Ana Pérez");
        assertThat(colleagues.name("nobody")).isEmpty();
        assertThat(colleagues.email(ANA)).contains("mail+" + ANA);
        assertThat(colleagues.email("nobody")).isEmpty();
    }

    @Test
    void rejectsUsersWithoutAMappedGroup() {
        HttpResponse<String> answer = browser.logIn(browser.open(tasklist), "leo");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Su cuenta no tiene ningún rol en este servicio");
        assertThat(get(engine + "/task").statusCode()).isEqualTo(401);
    }

    @Test
    void rejectsUserNamesThatAreEngineGroups() {
        HttpResponse<String> answer = browser.logIn(browser.open(tasklist), "camunda-admin");

        assertThat(answer.uri()).hasToString(service + "/login?error");
        assertThat(get(engine + "/task").statusCode()).isEqualTo(401);
    }

    @Test
    void rejectsAWrongState() {
        browser.open(tasklist);

        HttpResponse<String> answer = browser.open(service + "/login/oauth2/code/oidc?code=stolen&state=made-up");

        assertThat(answer.uri()).hasToString(service + "/login?error");
    }

    @Test
    void logoutEndsTheProvidersSession() {
        logIn(ANA);

        HttpResponse<String> logout =
                browser.call("POST", service + "/camunda/api/admin/auth/user/default/logout", "{}");
        assertThat(logout.statusCode()).isEqualTo(204);
        HttpResponse<String> end = browser.open(service + "/login?logout");
        assertThat(browser.visited)
                .anySatisfy(address -> assertThat(address.toString())
                        .startsWith(Provider.instance().issuer() + "/connect/logout?id_token_hint="));
        assertThat(end.uri()).hasToString(service + "/login?logout");
        assertThat(end.body()).contains("Ha cerrado la sesión");

        assertThat(get(engine + "/task").statusCode()).isEqualTo(401);
        assertThat(browser.open(tasklist).uri().toString())
                .startsWith(Provider.instance().issuer() + "/login");
    }

    @Test
    void hasNoLoginFormAndAReadOnlyIdentityService() {
        HttpResponse<String> page = browser.open(service + "/login");

        assertThat(page.uri().toString()).startsWith(Provider.instance().issuer() + "/login");
        assertThat(identityService.isReadOnly()).isTrue();
    }

    private void logIn(String user) {
        HttpResponse<String> page = browser.logIn(browser.open(tasklist), user);
        assertThat(page.uri().toString()).startsWith(tasklist);
        assertThat(page.statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String address) {
        return browser.call("GET", address, "");
    }

    private Map<String, String> authorizationRequest() {
        URI request = browser.visited.stream()
                .filter(address -> address.getPath().equals("/oauth2/authorize"))
                .findFirst()
                .orElseThrow();
        return UriComponentsBuilder.fromUri(request).build().getQueryParams().toSingleValueMap();
    }
}
