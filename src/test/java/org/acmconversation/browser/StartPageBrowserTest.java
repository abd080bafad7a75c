package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.Segment;
import org.acmconversation.engagement.SimilarEngagements;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages that start engagements: one with a form, many with a file. */
@BrowserTest
class StartPageBrowserTest {

    private static final String HEADER = "externalId,customerName,tenantId,segment,licenses,services,initiatives,"
            + "kickoffHeld,benefitUnderstood,resourcesClear,inEnterpriseAdoptionProgram\r\n";

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    SimilarEngagements similarEngagements;

    @Autowired
    TaskService taskService;

    @Test
    void reviewsThenStartsAnEngagementOnce() {
        String externalId = "CRM-" + UUID.randomUUID();
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "/engagements/new");
            fill(pages, "Blue Yonder Airlines", externalId);
            pages.button("Revisar").click();

            assertThat(pages.section("Antes de iniciar")).containsText("Se cumplen las entradas clave");
            assertThat(pages.section("Antes de iniciar")).containsText("4047");
            Assertions.assertThat(engagements.findIdByExternalId(externalId)).isEmpty();
            Assertions.assertThat(pages.flaws()).isEmpty();
            Browser.screenshot(pages.page(), "start-review");

            pages.button("Iniciar el caso").dblclick();
            pages.isDone("El caso está iniciado.");
            assertThat(pages.heading()).hasText("Blue Yonder Airlines");

            pages.goBackAndResubmit();
            assertThat(customer(pages)).hasValue("Blue Yonder Airlines");
            pages.button("Iniciar el caso").click();
            assertThat(pages.heading()).hasText("Blue Yonder Airlines");
        }
        UUID id = engagements.findIdByExternalId(externalId).orElseThrow();
        Assertions.assertThat(engagements.get(id).licenses()).isEqualTo(12_500);
        Assertions.assertThat(similarEngagements.find(null, null, "Blue Yonder Airlines"))
                .hasSize(1);
    }

    @Test
    void saysWhetherTheCustomerIsEligibleForEnterprise() {
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "/engagements/new");
            fill(pages, "Woodgrove Bank", "CRM-" + UUID.randomUUID());
            pages.button("Revisar").click();
            assertThat(pages.section("Antes de iniciar"))
                    .containsText("no puede tener los servicios adicionales de Enterprise");

            pages.page().getByLabel("Segmento").selectOption("ENTERPRISE");
            pages.page().getByLabel("Licencias").fill("25.000");
            pages.button("Revisar").click();
            assertThat(pages.section("Antes de iniciar"))
                    .containsText("podrá tener los servicios adicionales de Enterprise");
        }
    }

    @Test
    void warnsOfSimilarEngagementsButStarts() {
        new Conversations(engagements, taskService).with("Southridge Video");
        String externalId = "CRM-" + UUID.randomUUID();
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "/engagements/new");
            fill(pages, "southridge  VIDEO, S.A.", externalId);
            pages.button("Revisar").click();

            assertThat(pages.section("Antes de iniciar")).containsText("Puede que el caso ya exista");
            assertThat(pages.link("Southridge Video").first()).isVisible();
            pages.button("Iniciar el caso").click();
            pages.isDone("El caso está iniciado.");
        }
    }

    @Test
    void showsErrorsBesideFieldsAndKeepsInput() {
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "/engagements/new");
            pages.page().getByLabel("Licencias").fill("0");
            customer(pages).fill("x".repeat(201));
            pages.button("Revisar").click();

            assertThat(pages.page().locator(".field-error")).hasCount(6);
            assertThat(pages.page().locator("[id='error-customer.name']"))
                    .hasText("Escriba el nombre del cliente, con 200 caracteres como máximo.");
            assertThat(pages.page().getByLabel("Licencias")).hasValue("0");
            assertThat(pages.page().getByLabel("Licencias")).hasAttribute("aria-invalid", "true");
            Assertions.assertThat(pages.flaws()).isEmpty();
            pages.link("Elija el segmento.").click();
            assertThat(pages.page().getByLabel("Segmento")).isFocused();
        }
    }

    @Test
    void acceptsCountriesAndTimeZonesInAnySpelling() {
        String externalId = "CRM-" + UUID.randomUUID();
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "/engagements/new");
            fill(pages, "Tres Hermanos", externalId);
            pages.page().getByLabel("País").fill(" mx");
            pages.page().getByLabel("Zona horaria").fill("america/mexico city");
            pages.button("Revisar").click();
            pages.button("Iniciar el caso").click();
            pages.isDone("El caso está iniciado.");
            assertThat(pages.section("Perfil")).containsText("America/Mexico_City");
        }
        UUID id = engagements.findIdByExternalId(externalId).orElseThrow();
        Assertions.assertThat(engagements.get(id).country()).isEqualTo("MX");
    }

    @Test
    void linksToTheEngagementWithTheSameExternalId() {
        UUID existing = new Conversations(engagements, taskService).with("Nod Publishers");
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "/engagements/new");
            fill(pages, "Another Name", engagements.get(existing).externalId());
            pages.button("Revisar").click();
            pages.button("Iniciar el caso").click();

            pages.link("Abrir ese caso").click();
            assertThat(pages.heading()).hasText("Nod Publishers");
        }
    }

    @Test
    void keepsInputWhenTheSessionEnds() {
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "/engagements/new");
            fill(pages, "Café «Ñandú» <i>\"'", "CRM-" + UUID.randomUUID());
            browser.endSession();
            pages.button("Revisar").click();
            pages.page().getByLabel("Usuario").fill("manager");
            pages.page().getByLabel("Contraseña").fill("manager");
            pages.button("Entrar").click();

            assertThat(customer(pages)).hasValue("Café «Ñandú» <i>\"'");
            assertThat(pages.page().getByLabel("Exchange Online")).isChecked();
            pages.button("Revisar").click();
            assertThat(pages.section("Antes de iniciar")).isVisible();
        }
    }

    @Test
    void startsWithoutScripts() {
        try (Browser browser = Browser.withoutScripts()) {
            OwnPages pages = open(browser, "/engagements/new");
            fill(pages, "Scriptless Inc", "CRM-" + UUID.randomUUID());
            pages.button("Revisar").click();
            pages.button("Iniciar el caso").click();
            pages.isDone("El caso está iniciado.");
        }
    }

    @Test
    void startsWithTheKeyboardAlone() {
        String externalId = "CRM-" + UUID.randomUUID();
        try (Browser browser = Browser.speaking("en-GB")) {
            OwnPages pages = open(browser, "/");
            Page page = pages.page();
            pages.tabTo(pages.link("New engagement").first());
            page.keyboard().press("Enter");
            assertThat(pages.heading()).hasText("New engagement");
            type(pages, "External ID", externalId);
            pages.tabTo(page.getByLabel("Customer", new Page.GetByLabelOptions().setExact(true)));
            page.keyboard().type("Keyboard & Sons");
            type(pages, "Segment", "Corp");
            type(pages, "Licenses", "12,500");
            for (String box : new String[] {"Exchange Online", "Kickoff meeting held", "RFA"}) {
                type(pages, box, " ");
            }
            pages.tabTo(pages.button("Review"));
            page.keyboard().press("Enter");
            pages.tabTo(pages.button("Start the engagement"));
            page.keyboard().press("Enter");
            pages.isDone("The engagement has started.");
            assertThat(pages.heading()).hasText("Keyboard & Sons");
        }
        UUID id = engagements.findIdByExternalId(externalId).orElseThrow();
        Assertions.assertThat(engagements.get(id).segment()).isEqualTo(Segment.CORPORATE);
        Assertions.assertThat(engagements.get(id).licenses()).isEqualTo(12_500);
        Assertions.assertThat(engagements.get(id).entryCriteria().kickoffHeld()).isTrue();
    }

    private static void type(OwnPages pages, String label, String keys) {
        pages.tabTo(pages.page().getByLabel(label).first());
        pages.page().keyboard().type(keys);
    }

    @Test
    void importsAFileAndReportsRejectedRows() {
        String id = "IMP-" + UUID.randomUUID();
        String csv = "\ufeff" + HEADER
                + id + ",\"Relecloud, S.L.\",,SMB,80,EXCHANGE|TEAMS,RFA,true,true,true,false\r\n"
                + id + "-2,<b>Sin licencias</b>,,SMB,0,EXCHANGE,RFA,true,true,true,false\r\n";
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "/engagements/import");
            upload(pages, csv);
            assertThat(pages.section("Resultado")).containsText("Un caso nuevo, ninguno existía, un error.");
            assertThat(pages.section("Resultado").locator("tbody tr")).hasCount(1);
            assertThat(pages.section("Resultado").locator("tbody"))
                    .containsText("licenses Escriba un número entero, de 1 a 10000000, sin separadores.");
            Assertions.assertThat(pages.flaws()).isEmpty();
            Download rejected = pages.page()
                    .waitForDownload(
                            () -> pages.link("Descargar las filas rechazadas").click());
            Assertions.assertThat(rejected.path())
                    .hasContent("\uFEFF" + HEADER + id
                            + "-2,<b>Sin licencias</b>,,SMB,0,EXCHANGE,RFA,true,true,true,false");

            upload(pages, csv);
            assertThat(pages.section("Resultado")).containsText("Ningún caso nuevo, uno ya existía, un error.");
            upload(pages, "nombre;licencias\r\n");
            pages.isRefused("la primera línea del archivo no es la que se espera");
        }
        Assertions.assertThat(engagements
                        .get(engagements.findIdByExternalId(id).orElseThrow())
                        .customer()
                        .name())
                .isEqualTo("Relecloud, S.L.");
    }

    @Test
    void leadsBackToTheImportWhenTheSessionEnds() {
        String id = "IMP-" + UUID.randomUUID();
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "/engagements/import");
            browser.endSession();
            upload(pages, HEADER + id + ",Relecloud,,SMB,80,EXCHANGE,RFA,true,true,true,false\r\n");
            Browser.logIn(pages.page(), "manager");

            assertThat(pages.heading()).hasText("Importar un archivo");
            assertThat(pages.main()).containsText("no se ha hecho nada. Vuelva a intentarlo.");
        }
        Assertions.assertThat(engagements.findIdByExternalId(id)).isEmpty();
    }

    /** Excludes initiatives, which contain the customer's name, too. */
    private static Locator customer(OwnPages pages) {
        return pages.page().getByLabel("Cliente", new Page.GetByLabelOptions().setExact(true));
    }

    private static void upload(OwnPages pages, String csv) {
        pages.page()
                .getByLabel("Archivo CSV")
                .setInputFiles(new FilePayload("casos.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        pages.button("Importar").click();
    }

    private static void fill(OwnPages pages, String customer, String externalId) {
        customer(pages).fill(customer);
        pages.page().getByLabel("Id. externo").fill(externalId);
        pages.page().getByLabel("Segmento").selectOption("CORPORATE");
        pages.page().getByLabel("Licencias").fill("12.500");
        pages.page().getByLabel("Exchange Online").check();
        pages.page().getByLabel("RFA").check();
        for (String criterion :
                new String[] {"Junta de inicio realizada", "Beneficio comprendido", "Recursos claros"}) {
            pages.page().getByLabel(criterion).check();
        }
    }

    private OwnPages open(Browser browser, String path) {
        return new OwnPages(browser.loggedIn(service(), "manager", path), service());
    }

    private String service() {
        return "http://localhost:" + port;
    }
}
