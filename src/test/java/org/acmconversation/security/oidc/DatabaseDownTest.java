package org.acmconversation.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.acmconversation.contract.OnH2;
import org.acmconversation.contract.OnPostgreSql;
import org.acmconversation.contract.PostgreSqlServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** A token is checked without the database: Prometheus and operators see what is wrong while it is down. */
@OidcTest
@ContextConfiguration(initializers = {OidcTest.WithProvider.class, OnPostgreSql.Server.class})
@TestPropertySource(
        properties = {
            OnH2.FIGURES_EXPORTED,
            // As in the profile postgres.
            "spring.datasource.hikari.connection-timeout=4000"
        })
class DatabaseDownTest {

    private static final Provider PROVIDER = Provider.instance();

    /** Prometheus gives up then. */
    private static final Duration SCRAPE_TIMEOUT = Duration.ofSeconds(10);

    @LocalManagementPort
    int managementPort;

    @Autowired
    PostgreSqlServer database;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void stopDatabase() {
        database.stop();
    }

    @AfterEach
    void startDatabase() {
        database.start();
    }

    @Test
    void scrapesStillHaveMetrics() throws Exception {
        HttpResponse<String> scrape = get("/actuator/prometheus");

        assertThat(scrape.statusCode()).isEqualTo(200);
        assertThat(scrape.body())
                .containsPattern("(?m)^acm_node_ready 0\\.0$")
                .containsPattern("(?m)^hikaricp_connections_active\\{");
    }

    @Test
    void healthTellsOperatorsWhatIsDown() throws Exception {
        HttpResponse<String> health = get("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(JsonPath.<String>read(health.body(), "$.components.db.status"))
                .isEqualTo("DOWN");
        assertThat(JsonPath.<String>read(health.body(), "$.components.diskSpace.status"))
                .isEqualTo("UP");
    }

    private HttpResponse<String> get(String path) throws Exception {
        String token = PROVIDER.signed(PROVIDER.claims("ft-admins"));
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path))
                        .header("Authorization", "Bearer " + token)
                        .timeout(SCRAPE_TIMEOUT)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
