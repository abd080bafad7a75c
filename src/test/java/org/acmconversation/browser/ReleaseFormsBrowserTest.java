package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.acmconversation.release.Publications;
import org.acmconversation.release.Release;
import org.acmconversation.release.Releases;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Forms of the releases page: sent twice, from a page that is no longer up to date, or while the page shows work. */
@BrowserTest
class ReleaseFormsBrowserTest {

    private static final String MAIN = "acm-conversation.bpmn";

    @LocalServerPort
    int port;

    @Autowired
    Releases releases;

    @Autowired
    Publications publications;

    @Autowired
    JdbcTemplate database;

    @AfterEach
    void deleteDrafts() {
        releases.list().stream()
                .filter(release -> release.publishedAt() == null)
                .forEach(draft -> releases.delete(draft.number()));
    }

    private static byte[] renamed(String name) throws IOException {
        return Files.readString(Path.of("processes", MAIN))
                .replace("name=\"Programar la conversación\"", "name=\"" + name + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Makes a draft without scenarios. */
    private Release draft(Map<String, byte[]> files) {
        List<String> scenarios = new ArrayList<>(
                releases.files(releases.active().number()).files().keySet());
        scenarios.removeIf(path -> !path.startsWith("scenarios/"));
        return releases.create(new Releases.Sent(files, scenarios, null, null), "analyst");
    }

    private OwnPages open(Browser browser, String account, String path) {
        String service = "http://localhost:" + port;
        var pages = new OwnPages(browser.loggedIn(service, account), service);
        pages.open(path);
        return pages;
    }

    @Test
    void aDoubleClickMakesOneDraft() throws IOException {
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "analyst", "/releases");
            pages.page()
                    .locator("#files")
                    .setInputFiles(new FilePayload(MAIN, "application/xml", renamed("Fijar la llamada")));
            pages.button("Guardar y comprobar").dblclick();

            pages.isDone("El borrador está guardado y comprobado.");
            Assertions.assertThat(database.queryForObject(
                            "select count(*) from model_release where state = 'DRAFT'", Long.class))
                    .isOne();
        }
    }

    @Test
    void saysWhichFieldCannotBeKept() throws IOException {
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "analyst", "/releases");
            pages.page()
                    .locator("#files")
                    .setInputFiles(new FilePayload(MAIN, "application/xml", renamed("Fijar la llamada")));
            pages.page()
                    .locator("#comment")
                    .evaluate("field => { field.removeAttribute('maxlength'); field.value = 'x'.repeat(2001); }");
            pages.button("Guardar y comprobar").click();

            assertThat(pages.page().locator(".notice.bad").nth(1)).containsText("comment es demasiado largo");
            Assertions.assertThat(database.queryForObject(
                            "select count(*) from model_release where state = 'DRAFT'", Long.class))
                    .isZero();
        }
    }

    @Test
    void publishesOnlyWhatThePersonHasSeen() throws IOException {
        Release draft = draft(Map.of(MAIN, renamed("Fijar la llamada")));
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "analyst", "/releases/" + draft.number() + "?tab=impact");
            pages.page().getByLabel("Siguen con los suyos").check();
            releases.put(draft.number(), MAIN, renamed("Otra cosa"));
            pages.button("Publicar").click();

            assertThat(pages.page().locator(".notice.bad").nth(1))
                    .containsText("el borrador ha cambiado desde que abrió esta página");
            assertThat(pages.page().getByLabel("Siguen con los suyos")).isChecked();
            Assertions.assertThat(releases.get(draft.number()).publishedAt()).isNull();
        }
    }

    @Test
    void onlyAdministratorsPublishDespiteFailedScenarios() throws IOException {
        byte[] wrong = Files.readString(Path.of("processes", "scenarios", "cubierto-por-enterprise.yaml"))
                .replaceFirst("resultado: \\w+", "resultado: WITHDRAWN")
                .getBytes(StandardCharsets.UTF_8);
        Release draft = draft(Map.of(MAIN, renamed("Fijar la llamada"), "scenarios/falso.yaml", wrong));
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "analyst", "/releases/" + draft.number() + "?tab=scenarios");
            assertThat(pages.main()).containsText("No ha pasado ningún escenario y ha fallado uno.");
            pages.link("Impacto").click();
            assertThat(pages.main()).containsText("Solo un administrador puede publicar a pesar de ello");
            assertThat(pages.page().locator("#despite")).hasCount(0);
            Assertions.assertThat(pages.flaws()).isEmpty();
        }
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "admin", "/releases/" + draft.number() + "?tab=impact");
            Assertions.assertThat(pages.flaws()).isEmpty();
            pages.page().locator("#despite").fill("   ");
            pages.button("Publicar").click();
            assertThat(pages.page().locator(".notice.bad").nth(1)).containsText("falla");
            pages.page().locator("#despite").fill("El escenario es falso");
            pages.button("Publicar").click();
            pages.isDone("Está hecho.");
            pages.page().locator("#reason").fill("Era una prueba");
            pages.button("Deshacer la publicación").click();
            pages.isDone("La publicación está deshecha: esta la sustituye.");
        }
        Assertions.assertThat(database.queryForObject(
                        "select count(*) from audit_entry join audit_detail on audit_entry_id = id"
                                + " where action = 'release.publish' and object_id = ?"
                                + " and content like '%El escenario es falso%'",
                        Long.class, Long.toString(draft.number())))
                .isOne();
    }

    /** The header would load the page anew while somebody types. */
    @Test
    void showsProgressWithAndWithoutScripts() throws IOException {
        Release draft = draft(Map.of(MAIN, renamed("Fijar la llamada")));
        releases.scenarios(draft.number());
        String done = "update model_rehearsal set result = replace(result, 'RUNNING', 'DONE') where release_number = ?";
        String running = "update model_rehearsal set result = replace(result, 'DONE', 'RUNNING'),"
                + " updated_at = current_timestamp where release_number = ?";
        for (Browser browser : List.of(Browser.open(), Browser.withoutScripts())) {
            try (browser) {
                database.update(running, draft.number());
                OwnPages pages = open(browser, "analyst", "/releases");
                var response = pages.page().navigate(pages.page().url() + "/" + draft.number() + "?tab=scenarios");
                assertThat(pages.main()).containsText("Los escenarios se están ejecutando");
                Assertions.assertThat(response.headers()).doesNotContainKey("refresh");
                database.update(done, draft.number());
                assertThat(pages.main()).containsText("No ha pasado ningún escenario y no ha fallado ninguno.");
            }
        }
    }

    @Test
    void removesAFileFromADraft() throws IOException {
        Release draft =
                draft(Map.of(MAIN, renamed("Fijar la llamada"), "scenarios/mal.yaml", "escenario: Uno".getBytes()));
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "analyst", "/releases/" + draft.number());
            pages.page().getByText("Todos los archivos del borrador").click();
            Assertions.assertThat(pages.flaws()).isEmpty();
            pages.button("Quitar scenarios/mal.yaml").click();

            pages.isDone("El archivo está quitado del borrador.");
            Assertions.assertThat(releases.files(draft.number()).files()).doesNotContainKey("scenarios/mal.yaml");
        }
    }

    @Test
    void saysThatAMigrationHasStopped() throws IOException {
        long active = releases.active().number();
        publications.publish(active, new Publications.Order(true, List.of(), null, null), "analyst");
        database.update("update model_migration set state = 'DONE' where release_number = ?", active);
        database.update(
                "insert into model_migration_case (release_number, case_id, state) values (?, 'left', 'LEFT')", active);
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "analyst", "/releases/" + active);
            assertThat(pages.main())
                    .containsText("La migración se ha detenido. Los casos pendientes siguen en su versión.");
        } finally {
            database.update("delete from model_migration_case where release_number = ?", active);
            database.update("delete from model_migration where release_number = ?", active);
        }
    }
}
