package org.acmconversation.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.acmconversation.audit.AuditTrail;
import org.acmconversation.contract.OnH2;
import org.acmconversation.database.Transactions;
import org.acmconversation.release.Publications.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** With {@code acm.releases.four-eyes}, nobody publishes what they have prepared themselves. */
@OnH2
class FourEyesTest {

    private static final String CATALOG = "decisions/ftop-catalog.dmn";

    @Autowired
    Releases releases;

    private final Publications publications;

    @Autowired
    FourEyesTest(
            ReleaseRepository repository,
            Releases releases,
            ReleaseCheck check,
            ModelEngine engine,
            Transactions transactions,
            AuditTrail audit,
            Impacts impacts,
            Rehearsals rehearsals,
            MigrationRepository migrations) {
        ReleaseProperties fourEyes = new ReleaseProperties(true, Duration.ofSeconds(2), null);
        this.publications = new Publications(
                repository, releases, check, engine, transactions, audit, fourEyes, impacts, rehearsals, migrations);
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    private static String logIn(String person) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(person, ""));
        return person;
    }

    /** The draft has a flaw, so that nobody can publish it. */
    private String blockers(long draft, String person) {
        return catchThrowableOfType(
                        ReleaseNotReadyException.class,
                        () -> publications.publish(draft, new Order(false, List.of(), null, null), logIn(person)))
                .blockers()
                .toString();
    }

    @Test
    void refusesPublicationByWhoeverPreparedTheDraft() {
        ModelSet active = releases.files(releases.active().number());
        String catalog = new String(active.files().get(CATALOG), StandardCharsets.UTF_8);
        byte[] flawed = catalog.replace("\"3991\"", "3991").getBytes(StandardCharsets.UTF_8);
        List<String> scenarios = active.files().keySet().stream()
                .filter(path -> path.startsWith("scenarios/"))
                .toList();
        long draft = releases.create(new Releases.Sent(Map.of(CATALOG, flawed), scenarios, null, null), logIn("ana"))
                .number();
        logIn("luis");
        releases.put(draft, CATALOG, flawed);

        assertThat(blockers(draft, "ana")).contains("ftop3991", "una persona que no sea ana");
        assertThat(blockers(draft, "luis")).contains("ftop3991", "una persona que no sea luis");
        assertThat(blockers(draft, "eva")).contains("ftop3991").doesNotContain("una persona");
        releases.delete(draft);
    }
}
