package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.acmconversation.AcmConversationApplication;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A refused start is explained in a sentence without a stack trace; settings are checked before it connects. */
@Tag("context")
@ExtendWith(OutputCaptureExtension.class)
class StartupFailureMessagesTest {

    private static final String NOWHERE = "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/acm?password=hidden";

    /** What HikariCP logs first. Pools of other tests in this process may log something else. */
    private static final String CONNECTS = " - Starting...";

    private static final String[] PRODUCTION = {
        "--spring.profiles.active=postgres",
        NOWHERE,
        "--server.forward-headers-strategy=native",
        "--acm.security.login=oidc",
        "--acm.security.oidc.issuer-uri=https://provider.example",
        "--acm.security.oidc.client-id=acm-web",
        "--acm.security.oidc.client-secret=a-secret-of-the-provider",
        "--acm.security.oidc.audience=acm-api",
        "--acm.security.oidc.roles[managers]=MANAGER"
    };

    private static void assertRefused(CapturedOutput output, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--server.port=0", "--spring.main.banner-mode=off"));
        all.addAll(List.of(arguments));
        assertThatThrownBy(() -> SpringApplication.run(AcmConversationApplication.class, all.toArray(String[]::new))
                        .close())
                .isNotNull();
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .doesNotContain("\tat ")
                .doesNotContain("Error starting Tomcat context")
                .doesNotContain("hidden");
    }

    @Test
    void explainsAMisspelledSetting(CapturedOutput output) {
        assertRefused(output, "--spring.profiles.active=local", NOWHERE, "--acm.ftop.adaptor=http");

        assertThat(output)
                .contains("There is no setting acm.ftop.adaptor: correct its name")
                .doesNotContain(CONNECTS);
    }

    @Test
    void explainsTooFewConnections(CapturedOutput output) {
        assertRefused(
                output, "--spring.profiles.active=local", NOWHERE, "--spring.datasource.hikari.maximum-pool-size=2");

        assertThat(output).contains("spring.datasource.hikari.maximum-pool-size is 2, but 8 threads run jobs");
    }

    @Test
    void explainsAMissingAdapter(CapturedOutput output) {
        assertRefused(output, PRODUCTION);

        assertThat(output)
                .contains("acm.ftop.adapter is not set: use http to call FTOP, or embedded")
                .doesNotContain(CONNECTS);
    }

    @Test
    void explainsATimeWithoutQuotes(CapturedOutput output, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("application.yaml"), "acm.calendar.close: 18:00");

        assertRefused(
                output,
                "--spring.profiles.active=local",
                NOWHERE,
                "--spring.config.additional-location=file:%s/".formatted(folder));

        assertThat(output)
                .contains("acm.calendar.close")
                .contains("quote the time, as in \"18:00\"; without quotes, YAML reads it as the number 1080")
                .doesNotContain(CONNECTS);
    }

    @Test
    void explainsAnEmptyAdapter(CapturedOutput output) {
        String[] empty = Arrays.copyOf(PRODUCTION, PRODUCTION.length + 1);
        empty[PRODUCTION.length] = "--acm.ftop.adapter=";

        assertRefused(output, empty);

        assertThat(output).contains("acm.ftop.adapter is not set: use http").doesNotContain(CONNECTS);
    }

    @Test
    void explainsAnInsecureSetting(CapturedOutput output) {
        assertRefused(output, "--spring.profiles.active=local", NOWHERE, "--server.address=0.0.0.0");

        assertThat(output).contains("set server.address to 127.0.0.1").doesNotContain(CONNECTS);
    }

    @Test
    void explainsAnInvalidValue(CapturedOutput output) {
        assertRefused(output, "--spring.profiles.active=local", NOWHERE, "--acm.retention.audit=1d");

        assertThat(output)
                .contains("acm.retention.audit is PT24H: use a duration from 365d to 36500d")
                .doesNotContain(CONNECTS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    acm.calendar.country=XX | acm.calendar.country is XX: use a country such as MX
                    acm.calendar.time-zone=Mars/Base | acm.calendar.time-zone is Mars/Base: use a time zone such as
                    acm.notifications.teams.channels.boss=https://teams.example/hook | acm.notifications.teams.channels.boss is missing or invalid: use a role, one of
                    spring.mail.host=mail.example | acm.mail.from is missing: use the address that mail comes from
                    acm.webhook.url=http://crm.example | acm.webhook.url is missing or invalid: use an https URL
                    acm.retention.audit=9999999d | acm.retention.audit is PT239999976H: use a duration from 365d to 36500d
                    spring.mail.host= | spring.mail.host is missing or invalid: use the mail server's name, or omit it
                    'acm.ftop.adapter=http ' | acm.ftop.adapter is "http ": remove the spaces around the value
                    acm.ftop.adapter=htpp | Failed to bind properties under 'acm.ftop.adapter' to org.acmconversation.ftop.FtopProperties$Adapter
                    spring.mail.port=smtp | Failed to bind properties under 'spring.mail.port' to java.lang.Integer
                    spring.jdbc.template.query-timeout=soon | Failed to bind properties under 'spring.jdbc.template.query-timeout'
                    spring.flyway.lock-retry-count=many | Failed to bind properties under 'spring.flyway.lock-retry-count'
                    spring.datasource.hikari.idle-timeout=5m | Failed to bind properties under 'spring.datasource.hikari.idle-timeout'
                    camunda.bpm.history-level=audit | camunda.bpm.history-level is audit: use full
                    camunda.bpm.id-generator=random | camunda.bpm.id-generator is random: use one of time-ordered
                    camunda.bpm.database.table-prefix=A_ | camunda.bpm.database.table-prefix is A_: remove it
                    """)
    void showsTheSentenceFirstAndConnectsToNothing(String setting, String sentence, CapturedOutput output) {
        assertRefused(output, "--spring.profiles.active=local", NOWHERE, "--" + setting);

        assertThat(output).containsPattern("Description:\\s+\\Q" + sentence).doesNotContain(CONNECTS);
    }

    @Test
    void explainsAPortInUse(CapturedOutput output) throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    output,
                    "--spring.profiles.active=local",
                    NOWHERE,
                    "--management.server.port=" + other.getLocalPort());

            assertThat(output)
                    .contains("Port %d was already in use".formatted(other.getLocalPort()))
                    .doesNotContain(CONNECTS);
        }
    }

    @Test
    void explainsAnUnsupportedDatabase(CapturedOutput output) {
        assertRefused(
                output,
                "--spring.profiles.active=local",
                "--spring.datasource.url=jdbc:postgres://127.0.0.1/acm?password=hidden");

        assertThat(output)
                .contains("spring.datasource.url is not a URL of PostgreSQL or H2: use jdbc:postgresql://")
                .doesNotContain(CONNECTS);
    }

    @Test
    void explainsAPathPrefix(CapturedOutput output) {
        assertRefused(output, "--spring.profiles.active=local", NOWHERE, "--server.servlet.context-path=/acm");

        assertThat(output)
                .contains("the service does not support a path prefix", "a host name of its own")
                .doesNotContain(CONNECTS);
    }

    @Test
    void explainsAReadOnlyDatabase(@TempDir Path folder, CapturedOutput output) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("acm");
        DriverManager.getConnection(url, "sa", "").close();

        assertRefused(
                output, "--spring.profiles.active=local", "--spring.datasource.url=" + url + ";ACCESS_MODE_DATA=r");

        assertThat(output).contains("The database %s is read-only".formatted(url), "to the primary");
    }

    @Test
    void explainsTablesOfAnotherVersion(@TempDir Path folder, CapturedOutput output) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("acm");
        Flyway.configure()
                .dataSource(url, "sa", "")
                .locations("classpath:org/acmconversation/operations/another-version")
                .load()
                .migrate();

        assertRefused(output, "--spring.profiles.active=local", "--spring.datasource.url=" + url);

        assertThat(output)
                .contains("The database cannot be migrated", "migration version 1", "Start the version of the service");
    }

    @Test
    void explainsAnUnreachableDatabase(CapturedOutput output) {
        assertRefused(output, "--spring.profiles.active=local", NOWHERE);

        assertThat(output)
                .contains("The database jdbc:postgresql://127.0.0.1:1/acm does not answer", "Start it, or correct");
    }

    @Test
    void explainsAWrongPassword(@TempDir Path folder, CapturedOutput output) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("acm");
        DriverManager.getConnection(url, "sa", "right").close();

        assertRefused(
                output,
                "--spring.profiles.active=local",
                "--spring.datasource.url=" + url,
                "--spring.datasource.password=wrong");

        assertThat(output).contains("refuses the user or the password", "Correct spring.datasource.username");
    }

    @Test
    void explainsAMissingKeyStore(CapturedOutput output) {
        assertRefused(
                output,
                "--spring.profiles.active=local",
                "--spring.datasource.url=jdbc:h2:mem:key-store",
                "--server.ssl.key-store=file:/nowhere/keys.p12",
                "--server.ssl.key-store-password=hidden");

        assertThat(output)
                .contains("TLS cannot be used", "'file:/nowhere/keys.p12'", "missing or not readable", "server.ssl.*");
    }

    @Test
    void explainsAMissingCertificate(CapturedOutput output) {
        assertRefused(
                output,
                "--spring.profiles.active=local",
                NOWHERE,
                "--spring.ssl.bundle.pem.web.keystore.certificate=/nowhere/web.crt",
                "--spring.ssl.bundle.pem.web.keystore.private-key=/nowhere/web.key",
                "--server.ssl.bundle=web");

        assertThat(output).contains("TLS cannot be used", "/nowhere/web.crt").doesNotContain(CONNECTS);
    }

    @Test
    void explainsAnUnknownBundle(CapturedOutput output) {
        assertRefused(output, "--spring.profiles.active=local", NOWHERE, "--server.ssl.bundle=web");

        assertThat(output).contains("SSL bundle name 'web' cannot be found").doesNotContain(CONNECTS);
    }
}
