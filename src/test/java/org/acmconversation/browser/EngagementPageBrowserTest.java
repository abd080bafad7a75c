package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.acmconversation.engagement.EngagementStatus;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.timeline.Timeline;
import org.acmconversation.timeline.TimelineEntry.Event;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of an engagement: its progress and its actions. */
@BrowserTest
class EngagementPageBrowserTest {

    private static final String HOSTILE =
            "\u202eCasa \u05d0\u05d1\u05d2 <script>document.title='run'</script> \"'`{{1}} \ud83d\ude80 &amp; "
                    + "Muy".repeat(40);

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    @Autowired
    Timeline timeline;

    @Test
    void showsProgressAndLinksToTheTask() {
        UUID id = started("Wingtip Toys");
        try (Browser browser = Browser.open()) {
            OwnPages pages = as(browser, "manager", id);

            assertThat(pages.heading()).hasText("Wingtip Toys");
            assertThat(pages.section("Ahora")).containsText("Programar la conversación");
            assertThat(pages.section("Historia")).containsText("El sistema creó en FTOP la tarea");
            assertThat(pages.section("Tareas de FTOP")).containsText("4047");
            assertThat(pages.page().locator("[data-element-id=scheduleConversation].current"))
                    .isVisible();
            assertThat(pages.page().locator("[data-element-id=decideEntry].done"))
                    .isVisible();
            assertThat(pages.page().locator(".bjs-powered-by")).isVisible();
            Browser.screenshot(pages.page(), "engagement");

            pages.page().locator("[data-element-id=scheduleConversation]").click();
            assertThat(pages.page().getByLabel("Profesional de TI")).isVisible();
            Assertions.assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void claimsReturnsAndAssignsTasks() {
        UUID id = started("Lucerne Publishing");
        try (Browser browser = Browser.open()) {
            OwnPages pages = as(browser, "manager", id);

            pages.button("Reclamar «Programar la conversación»").click();
            pages.isDone("Ha reclamado la tarea.");
            assertThat(pages.section("Ahora")).containsText("La tiene usted");
            pages.button("Devolver «Programar la conversación» a la cola").click();
            pages.isDone("La tarea ha vuelto a su cola.");
            pages.page()
                    .getByLabel("Asignar «Programar la conversación»")
                    .first()
                    .selectOption("partner");
            pages.button("Asignar «Programar la conversación» a otra persona").click();
            pages.isDone("La tarea tiene un nuevo responsable.");
            assertThat(pages.section("Ahora")).containsText("La tiene partner");
        }
        Assertions.assertThat(timeline.of(id))
                .filteredOn(entry -> "manager".equals(entry.actor()))
                .extracting(entry -> entry.event())
                .contains(Event.TASK_CLAIMED, Event.TASK_UNCLAIMED, Event.TASK_ASSIGNED);
    }

    @Test
    void rejectsClaimingATaskOfAColleague() {
        UUID id = started("Coho Winery");
        try (Browser browser = Browser.open()) {
            OwnPages pages = as(browser, "manager", id);
            taskService.claim(new Conversations(engagements, taskService).taskOf(id), "partner");

            pages.button("Reclamar «Programar la conversación»").click();
            pages.isRefused("Otra persona tiene la tarea");
        }
    }

    @Test
    void showsConflictingProfileChangesAndKeepsInput() {
        UUID id = started("Proseware");
        try (Browser first = Browser.open();
                Browser second = Browser.open()) {
            OwnPages manager =
                    new OwnPages(first.loggedIn(service(), "manager", "/engagements/" + id + "/profile"), service());
            OwnPages admin =
                    new OwnPages(second.loggedIn(service(), "admin", "/engagements/" + id + "/profile"), service());
            manager.page().getByLabel("Licencias").fill("31.000");
            manager.button("Guardar").click();
            manager.isDone("El perfil está guardado.");

            admin.page().getByLabel("Licencias").fill("7");
            admin.button("Guardar").click();
            admin.isRefused("manager local cambió el perfil mientras usted lo editaba");
            admin.isRefused("Licencias: 25.000 → 31.000");
            assertThat(admin.page().getByLabel("Licencias")).hasValue("7");
            Browser.screenshot(admin.page(), "profile-changed");
            admin.button("Guardar").click();
            admin.isDone("El perfil está guardado.");
            assertThat(admin.section("Historia")).containsText("Licencias: 31.000 → 7");
        }
    }

    @Test
    void showsErrorsBesideFieldsAndKeepsInput() {
        UUID id = started("Alpine Ski House");
        try (Browser browser = Browser.open()) {
            OwnPages pages =
                    new OwnPages(browser.loggedIn(service(), "manager", "/engagements/" + id + "/profile"), service());
            pages.page().getByLabel("Licencias").fill("muchas");
            pages.page().getByLabel("Exchange Online").uncheck();
            pages.page().getByLabel("OneDrive para la Empresa").uncheck();
            pages.button("Guardar").click();

            assertThat(pages.page().locator("#error-licenses"))
                    .hasText("Escriba un número entero de licencias, de 1 a diez millones.");
            assertThat(pages.page().locator("#error-services")).hasText("Elija al menos un servicio del catálogo.");
            assertThat(pages.page().getByLabel("Licencias")).hasValue("muchas");
            Assertions.assertThat(pages.flaws()).isEmpty();
        }
        Assertions.assertThat(engagements.get(id).licenses()).isEqualTo(25_000);
    }

    @Test
    void listsWhatAWithdrawalCancelsAndWithdrawsOnce() {
        UUID id = started("Margie Travel");
        try (Browser browser = Browser.open()) {
            OwnPages pages = as(browser, "manager", id);
            pages.link("Retirar el caso").click();
            assertThat(pages.section("Se cancela")).containsText("Programar la conversación");
            assertThat(pages.section("Se cancela")).containsText("Tarea 4047 de FTOP");
            pages.button("Retirar el caso").click();
            assertThat(pages.page().locator("#error-reason")).isVisible();

            pages.open("/engagements/" + id + "/withdrawal");
            pages.page().getByLabel("Motivo").fill("El cliente lo aplaza");
            pages.button("Retirar el caso").dblclick();
            pages.isDone("El caso está retirado.");
            assertThat(pages.main()).containsText("Motivo: El cliente lo aplaza");
            pages.page().goBack();
            pages.button("Retirar el caso").click();
            pages.isDone("El caso está retirado.");
        }
        Assertions.assertThat(engagements.get(id).status()).isEqualTo(EngagementStatus.WITHDRAWN);
        Assertions.assertThat(timeline.of(id))
                .filteredOn(entry -> entry.event() == Event.ENGAGEMENT_WITHDRAWN)
                .hasSize(1);
    }

    @Test
    void savesACommentOnceDespiteADoubleClick() {
        UUID id = started("School of Fine Art");
        try (Browser browser = Browser.open()) {
            OwnPages pages = as(browser, "partner", id);
            pages.link("Comentar").click();
            pages.button("Comentar").click();
            assertThat(pages.page().locator("#error-text")).isVisible();
            pages.page().getByLabel("Comentario").fill("Prefieren <b>los martes</b>");
            pages.button("Comentar").dblclick();
            pages.isDone("El comentario está guardado.");
            assertThat(pages.section("Historia")).containsText("Prefieren <b>los martes</b>");
        }
        Assertions.assertThat(timeline.of(id))
                .filteredOn(entry -> entry.event() == Event.TASK_COMMENTED)
                .hasSize(1);
    }

    @Test
    void keepsInputAcrossANewLoginAndAWrongPassword() {
        UUID id = started("Trey Research");
        try (Browser browser = Browser.open()) {
            OwnPages pages = new OwnPages(
                    browser.loggedIn(service(), "manager", "/engagements/" + id + "/withdrawal"), service());
            pages.page().getByLabel("Motivo").fill("Cambio de \"proveedor\" <b>&</b>");
            browser.endSession();
            pages.button("Retirar el caso").click();

            assertThat(pages.main()).containsText("Lo que escribió no se ha perdido");
            Assertions.assertThat(pages.flaws()).isEmpty();
            for (String password : new String[] {"wrong", "manager"}) {
                pages.page().getByLabel("Usuario").fill("manager");
                pages.page().getByLabel("Contraseña").fill(password);
                pages.button("Entrar").click();
            }
            assertThat(pages.page().getByLabel("Motivo")).hasValue("Cambio de \"proveedor\" <b>&</b>");
            Assertions.assertThat(engagements.get(id).status()).isEqualTo(EngagementStatus.RUNNING);
            pages.button("Retirar el caso").click();
            pages.isDone("El caso está retirado.");
        }
    }

    @Test
    void showsFormsOfAnEarlierSessionAgainWithoutSubmitting() {
        UUID id = started("Litware");
        try (Browser browser = Browser.open()) {
            OwnPages form = new OwnPages(
                    browser.loggedIn(service(), "manager", "/engagements/" + id + "/withdrawal"), service());
            form.page().getByLabel("Motivo").fill("Se aplaza");
            OwnPages buttons = new OwnPages(browser.page(), service());
            buttons.open("/engagements/" + id);
            browser.endSession();
            browser.loggedIn(service(), "manager", "/").close();

            form.button("Retirar el caso").click();
            assertThat(form.page().getByLabel("Motivo")).hasValue("Se aplaza");
            assertThat(form.main()).containsText("Su sesión había terminado");
            buttons.button("Reclamar «Programar la conversación»").click();
            assertThat(buttons.main()).containsText("Vuelva a intentarlo");
            assertThat(buttons.section("Ahora")).containsText("Sin asignar");
        }
    }

    @Test
    void worksWithoutScripts() {
        UUID id = started("Blue Yonder");
        try (Browser browser = Browser.withoutScripts()) {
            OwnPages pages = as(browser, "manager", id);
            assertThat(pages.section("Ahora")).containsText("Programar la conversación");
            assertThat(pages.page().locator("noscript p")).isVisible();
            assertThat(pages.page().locator(".diagram").first()).isHidden();
            pages.button("Reclamar «Programar la conversación»").click();
            pages.isDone("Ha reclamado la tarea.");
            pages.link("Cambiar el perfil").click();
            pages.page().getByLabel("Segmento").selectOption("EDUCATION");
            pages.button("Guardar").click();
            pages.isDone("El perfil está guardado.");
            assertThat(pages.section("Perfil")).containsText("Educación");
        }
    }

    @Test
    void showsHostileNamesLiterally() {
        UUID id = started(HOSTILE);
        try (Browser browser = Browser.phone()) {
            OwnPages pages = as(browser, "manager", id);
            assertThat(pages.heading()).hasText(HOSTILE);
            Assertions.assertThat(pages.page().title()).startsWith(HOSTILE.substring(0, 20));
            Assertions.assertThat(pages.overhang()).isZero();
            for (String form : new String[] {"/profile", "/withdrawal"}) {
                pages.open("/engagements/" + id + form);
                assertThat(pages.link(HOSTILE)).isVisible();
                Assertions.assertThat(pages.overhang()).isZero();
            }
            pages.open("/");
            Assertions.assertThat(pages.overhang()).isZero();
            Assertions.assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void changesAProfileWithTheKeyboardOnly() {
        UUID id = started("Southridge Video");
        try (Browser browser = Browser.open()) {
            OwnPages pages = as(browser, "manager", id);
            Page page = pages.page();
            page.keyboard().press("Tab");
            assertThat(pages.link("Ir al contenido")).isFocused();
            page.keyboard().press("Enter");
            page.waitForURL("**#content");
            page.keyboard().press("Tab");
            assertThat(pages.link("Comentar")).isFocused();
            page.keyboard().press("Tab");
            assertThat(pages.link("Cambiar el perfil")).isFocused();
            page.keyboard().press("Enter");
            assertThat(pages.heading()).hasText("Cambiar el perfil");
            pages.page().getByLabel("Licencias").focus();
            page.keyboard().press("Control+A");
            page.keyboard().type("42");
            page.keyboard().press("Enter");
            pages.isDone("El perfil está guardado.");
        }
        Assertions.assertThat(engagements.get(id).licenses()).isEqualTo(42);
    }

    private UUID started(String customer) {
        return new Conversations(engagements, taskService).with(customer);
    }

    private OwnPages as(Browser browser, String user, UUID id) {
        return new OwnPages(browser.loggedIn(service(), user, "/engagements/" + id), service());
    }

    private String service() {
        return "http://localhost:" + port;
    }
}
