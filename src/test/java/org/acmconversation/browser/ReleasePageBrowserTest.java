package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.release.Release;
import org.acmconversation.release.Releases;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The releases page: from an upload to migrated engagements, and back. */
@BrowserTest
class ReleasePageBrowserTest {

    /** Timeout for all scenarios on a busy machine, in milliseconds. */
    private static final int SCENARIOS = 240_000;

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    @Autowired
    Releases releases;

    @Autowired
    JdbcTemplate database;

    @Test
    void publishesMigratesAndRollsBackAChange() throws IOException {
        new Conversations(engagements, taskService).with("Wide World Importers");
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "analyst");
            pages.page().locator("#files").setInputFiles(changed("acm-conversation.bpmn"));
            pages.page().locator("#comment").fill("Nombre nuevo");
            pages.button("Guardar y comprobar").click();

            pages.isDone("El borrador está guardado y comprobado.");
            assertThat(pages.main()).containsText("«Programar la conversación» se llama ahora «Fijar la conversación»");
            assertThat(pages.page().locator(".diagram .changed").first()).isVisible();
            assertThat(pages.page().locator(".diagram .djs-container")).hasCount(2);
            Browser.screenshot(pages.page(), "release-changes");
            Assertions.assertThat(pages.flaws()).isEmpty();
            for (String tab : List.of("Decisiones", "Escenarios", "Comprobación")) {
                pages.link(tab).click();
                assertThat(pages.page().locator("h2").first()).hasText(tab);
                Assertions.assertThat(pages.flaws()).isEmpty();
            }
            assertThat(pages.main()).containsText("Cumple todas las reglas.");

            pages.link("Escenarios").click();
            assertThat(pages.main())
                    .containsText(
                            "escenarios y no ha fallado ninguno.",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(SCENARIOS));
            pages.link("Publicar…").click();
            Assertions.assertThat(pages.flaws()).isEmpty();
            Browser.screenshot(pages.page(), "release-impact");
            pages.button("Publicar").click();
            assertThat(pages.main()).containsText("La migración ha terminado.");
            Assertions.assertThat(pages.flaws()).isEmpty();
            Browser.screenshot(pages.page(), "release-migration");
            Assertions.assertThat(taskService
                            .createTaskQuery()
                            .taskName("Fijar la conversación")
                            .count())
                    .isPositive();

            pages.page().locator("#reason").fill("   ");
            pages.button("Deshacer la publicación").click();
            assertThat(pages.page().locator(".notice.bad")).containsText("revise lo que ha escrito");
            pages.page().locator("#reason").fill("Era una prueba");
            pages.button("Deshacer la publicación").click();
            pages.isDone("La publicación está deshecha: esta la sustituye.");
            assertThat(pages.main()).containsText("La migración ha terminado.");
            Assertions.assertThat(taskService
                            .createTaskQuery()
                            .taskName("Fijar la conversación")
                            .count())
                    .isZero();
        }
    }

    @Test
    void namesRejectedFilesAndDeletesADraftWithoutScripts() throws IOException {
        try (Browser browser = Browser.withoutScripts()) {
            OwnPages pages = open(browser, "analyst");
            pages.page().locator("#files").setInputFiles(new FilePayload("photo.png", "image/png", new byte[] {1, 2, 3
            }));
            pages.button("Guardar y comprobar").click();
            pages.page().locator(".notice.bad").nth(1).waitFor();
            assertThat(pages.page().locator(".notice.bad").nth(1)).containsText("photo.png no es un modelo");

            pages.page().locator("#files").setInputFiles(changed("acm-conversation.bpmn"));
            pages.button("Guardar y comprobar").click();
            assertThat(pages.main()).containsText("se llama ahora");
            pages.button("Borrar el borrador").click();
            pages.isDone("El borrador está borrado.");
        }
    }

    @Test
    void mapsARemovedStepToAnotherByName() throws IOException {
        new Conversations(engagements, taskService).incomplete("Tailspin Toys");
        String model = Files.readString(Path.of("processes", "acm-conversation.bpmn"))
                .replace("\"completeEntryCriteria\"", "\"completeCriteria\"");
        String form = Files.readString(Path.of("processes", "forms", "request-sme.form"))
                .replace("\"maxLength\": 500", "\"maxLength\": 400");
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "analyst");
            pages.page().locator("#files").setInputFiles(new FilePayload[] {
                new FilePayload("acm-conversation.bpmn", "application/xml", model.getBytes(StandardCharsets.UTF_8)),
                new FilePayload("request-sme.form", "application/json", form.getBytes(StandardCharsets.UTF_8))
            });
            pages.button("Guardar y comprobar").click();
            assertThat(pages.page().locator("h1")).containsText("Borrador");
            assertThat(pages.page().locator("del").first()).hasText("500");
            assertThat(pages.page().locator("ins").first()).hasText("400");
            Assertions.assertThat(pages.flaws()).isEmpty();
            pages.link("Impacto").click();

            assertThat(pages.main())
                    .containsText(
                            "en «Completar las entradas clave» («Conversación de administración de cambio y adopción»)");
            assertThat(pages.page().locator("table")).containsText("el paso ya no existe o es de otro tipo");
            var choice = pages.page().getByLabel("Los que esperan en «Completar las entradas clave» pasan a");
            choice.selectOption("completeCriteria");
            assertThat(choice).hasValue("completeCriteria");
            Assertions.assertThat(choice.innerText())
                    .contains("Completar las entradas clave", "Programar la conversación")
                    .doesNotContain("Crear la tarea 4047 en FTOP");
            Assertions.assertThat(pages.flaws()).isEmpty();
            pages.button("Borrar el borrador").click();
            pages.isDone("El borrador está borrado.");
        }
    }

    @Test
    void keepsAFinishedEngagementAsAScenario() throws IOException {
        UUID ended = new Conversations(engagements, taskService).with("Fabrikam <script>");
        UUID running = new Conversations(engagements, taskService).with("Northwind");
        engagements.withdraw(ended, "Era una prueba");
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "analyst");
            pages.page().locator("#files").setInputFiles(changed("acm-conversation.bpmn"));
            pages.button("Guardar y comprobar").click();
            pages.link("Escenarios").click();
            pages.page().locator("#engagement").fill(running.toString());
            pages.button("Guardarlo como escenario").click();
            assertThat(pages.page().locator(".notice.bad").first()).containsText("no ha terminado todavía");
            assertThat(pages.page().locator("#engagement")).hasValue(running.toString());

            pages.page().locator("#engagement").fill("https://acm.example/engagements/" + ended);
            pages.button("Guardarlo como escenario").click();
            pages.isDone("El caso está guardado como escenario del borrador.");
            pages.link("Cambios").click();
            assertThat(pages.main()).containsText("scenarios/caso-terminado-1.yaml");
            pages.button("Borrar el borrador").click();
            pages.isDone("El borrador está borrado.");
        }
    }

    @Test
    void offersNoPublicationOfOutdatedDrafts() throws IOException {
        var draft = draft("analyst", "De ayer");
        database.update("update model_release set base = 4711 where number = ?", draft.number());
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "analyst");
            pages.open("/releases/" + draft.number());
            assertThat(pages.main()).containsText("Este borrador está anticuado");
            assertThat(pages.link("Publicar…")).hasCount(0);
            Assertions.assertThat(pages.flaws()).isEmpty();
        } finally {
            releases.delete(draft.number());
        }
    }

    @Test
    void offersOperatorsNoPublicationOfDrafts() throws IOException {
        var draft = draft("analyst", "De Ana");
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "operator");
            pages.open("/releases/" + draft.number() + "?tab=impact");
            assertThat(pages.main()).containsText("De Ana");
            assertThat(pages.link("Publicar…")).hasCount(0);
            assertThat(pages.button("Publicar")).hasCount(0);
        } finally {
            releases.delete(draft.number());
        }
    }

    @Test
    void showsDraftsCreatedElsewhere() throws IOException {
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "analyst");
            var draft = draft("analyst", "Desde Modeler");
            try {
                assertThat(pages.main()).containsText("Desde Modeler");
            } finally {
                releases.delete(draft.number());
            }
        }
    }

    @Test
    void submitsAPendingFormDespiteAChangeElsewhere() throws IOException {
        var mine = draft("analyst", "Mío");
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "analyst");
            pages.page().navigate(pages.page().url() + "/" + mine.number());
            var request = new AtomicReference<Route>();
            pages.page().route("**/deletion", request::set);
            pages.page()
                    .waitForRequest(
                            "**/deletion",
                            () -> pages.button("Borrar el borrador").evaluate("button => button.click()"));

            var others = draft("admin", "De otra persona");
            try {
                // The first may have been requested before the change.
                pages.page().waitForResponse("**/api/releases", () -> {});
                pages.page().waitForResponse("**/api/releases", () -> {});
                request.get().resume();
                pages.isDone("El borrador está borrado.");
            } finally {
                releases.delete(others.number());
            }
        }
    }

    private Release draft(String author, String comment) throws IOException {
        return releases.create(
                new Releases.Sent(
                        Map.of("acm-conversation.bpmn", changed("acm-conversation.bpmn").buffer),
                        List.of(),
                        comment,
                        null),
                author);
    }

    private static FilePayload changed(String file) throws IOException {
        String model = Files.readString(Path.of("processes", file));
        return new FilePayload(
                file,
                "application/xml",
                model.replace("name=\"Programar la conversación\"", "name=\"Fijar la conversación\"")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private OwnPages open(Browser browser, String account) {
        String service = "http://localhost:" + port;
        var pages = new OwnPages(browser.loggedIn(service, account), service);
        pages.open("/releases");
        return pages;
    }
}
