package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.acmconversation.contact.Contact.Organization;
import org.acmconversation.contact.ContactData;
import org.acmconversation.contact.Contacts;
import org.acmconversation.engagement.Engagements;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People fill in forms in Tasklist. */
@BrowserTest
class FormsBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    @Autowired
    Contacts contacts;

    private void asManager(Consumer<Tasklist> work) {
        try (Browser browser = Browser.open()) {
            work.accept(Tasklist.of(browser, "http://localhost:" + port, "manager"));
        }
    }

    private Conversations conversations() {
        return new Conversations(engagements, taskService);
    }

    @Test
    void offersContactsAndAcceptsOtherNames() {
        UUID id = conversations().with("Graphic Design Institute");
        for (String name : List.of("Ana López", "Luis Gil")) {
            contacts.add(
                    id,
                    new ContactData(name, null, null, Organization.CUSTOMER, null, null, null, false, false, false));
        }
        asManager(tasklist -> {
            tasklist.card("Graphic Design Institute").click();
            Page page = tasklist.page();
            assertThat(page.locator("input[id$='-businessStakeholdersField']")).isVisible();
            assertThat(page.locator(".acm-contacts")).hasCount(0);

            tasklist.claim("Graphic Design Institute");
            Locator stakeholders = page.locator("input[id$='-businessStakeholdersField']");
            for (String name : List.of("Ana López", "Luis Gil")) {
                page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions()
                                        .setName("Añadir a %s en «Partes interesadas de la empresa»".formatted(name)))
                        .press("Enter");
            }

            assertThat(stakeholders).hasValue("Ana López, Luis Gil");
            assertThat(stakeholders).isFocused();
            stakeholders.pressSequentially(", Eva");
            assertThat(stakeholders).hasValue("Ana López, Luis Gil, Eva");
            assertThat(page.locator(".acm-contacts")).hasCount(3);
        });
    }

    @Test
    void marksMissingFieldsAndKeepsCompleteEnabled() {
        conversations().with("Alpine Ski House");
        asManager(tasklist -> {
            tasklist.claim("Alpine Ski House");

            tasklist.completeButton().click();

            assertThat(tasklist.errors().filter(new Locator.FilterOptions().setHasText("Rellene este campo.")))
                    .hasCount(3);
            assertThat(tasklist.errors().filter(new Locator.FilterOptions().setHasText("Indique la fecha y la hora.")))
                    .hasCount(1);
            assertThat(tasklist.page().locator(".page-notifications .alert")).hasCount(0);
            // The first one has the focus and shows its error.
            Locator focused = tasklist.page().locator(":focus");
            assertThat(focused).hasAttribute("aria-invalid", "true");
            String described = focused.getAttribute("aria-describedby");
            Assertions.assertThat(described).contains(tasklist.errors().first().getAttribute("id"));
            // No calendar popup covers the other errors.
            assertThat(tasklist.page().locator(".flatpickr-calendar.open")).hasCount(0);
            assertThat(tasklist.field("Fecha de la llamada")).hasAttribute("placeholder", "dd/mm/aaaa");
            // Tasklist knows of the errors, too.
            Assertions.assertThat(
                            tasklist.completeButton().evaluate("button => angular.element(button).scope().$invalid"))
                    .isEqualTo(true);
            tasklist.field("Profesional de TI").fill("Ana");
            tasklist.completeButton().click();
            assertThat(tasklist.field("Fecha de la llamada")).isFocused();
            assertThat(tasklist.errors()).hasCount(3);
        });
    }

    @Test
    void showsServerErrorsWithoutCoveringButtons() {
        conversations().with("Bellows College");
        asManager(tasklist -> {
            tasklist.claim("Bellows College").scheduleInAWeek();
            tasklist.page()
                    .route(
                            "**/submit-form",
                            route -> route.fulfill(
                                    new FulfillOptions()
                                            .setStatus(400)
                                            .setContentType("application/json")
                                            .setBody(
                                                    "{\"type\":\"RestException\",\"message\":\"Cannot complete task "
                                                            + "01a21962-aa6c-7098-8f65-a8196948e8fe: Fecha de la llamada: es obligatorio\"}")));

            tasklist.completeButton().click();

            Locator error = tasklist.page().locator(".page-notifications [role=alert]");
            assertThat(error).containsText("Fecha de la llamada: es obligatorio");
            assertThat(error).not().containsText("01a21962");
            assertThat(error).not().containsText("{");
            var box = error.boundingBox();
            var button = tasklist.completeButton().boundingBox();
            Assertions.assertThat(box.y + box.height).isLessThan(button.y);
            Browser.screenshot(tasklist.page(), "refusal");
        });
    }

    @Test
    void ignoresErrorsOfHiddenFields() {
        conversations().with("Coho Winery");
        asManager(tasklist -> {
            Page page = tasklist.page();
            tasklist.claim("Coho Winery");
            // The form of another task, as the server would send it.
            page.route(
                    "**/deployed-form*",
                    route -> route.fulfill(new FulfillOptions()
                            .setContentType("application/json")
                            .setPath(Path.of("processes/forms/confirm-partner.form"))));
            page.reload();
            assertThat(page.locator(".disabled-form")).hasCount(0);

            page.getByLabel("Acepta al socio").check();
            tasklist.completeButton().click();
            assertThat(tasklist.errors()).hasText("Rellene este campo.");
            page.getByLabel("Declina la propuesta").check();

            assertThat(page.getByLabel("Nombre del socio")).hasCount(0);
            assertThat(tasklist.completeButton()).isEnabled();
        });
    }

    @Test
    void rejectsNonexistentDatesAndKeepsTheInput() {
        conversations().with("Datum Corporation");
        asManager(tasklist -> {
            tasklist.claim("Datum Corporation");
            for (String typed : List.of("31/02/2027", "12/31/2027")) {
                tasklist.typeDate(typed);

                assertThat(tasklist.errors()).containsText("«%s» no es una fecha".formatted(typed));
                assertThat(tasklist.field("Fecha de la llamada")).hasValue(typed);
                assertThat(tasklist.field("Fecha de la llamada")).hasAttribute("aria-invalid", "true");
            }
            tasklist.typeDate("15/01/2027");
            tasklist.typeTime("10:00");
            assertThat(tasklist.errors()).hasCount(0);
        });
    }

    @Test
    void rejectsPastDatesAndKeepsTheTime() {
        conversations().with("Fourth Coffee");
        asManager(tasklist -> {
            tasklist.claim("Fourth Coffee").scheduleInAWeek();
            tasklist.typeDate("15/01/2020");

            assertThat(tasklist.errors()).containsText("«15/01/2020» ya ha pasado");
            assertThat(tasklist.field("Hora de la llamada")).hasValue("10:00");
        });
    }

    @Test
    void usesTheSameDateFormatInEnglish() {
        conversations().with("Graphic Design Institute");
        try (Browser browser = Browser.speaking("en-US")) {
            Tasklist tasklist = Tasklist.of(browser, "http://localhost:" + port, "manager");
            tasklist.claim("Graphic Design Institute");
            assertThat(tasklist.page().locator("html")).hasAttribute("lang", "en");
            assertThat(tasklist.field("Fecha de la llamada")).hasAttribute("placeholder", "dd/mm/yyyy");
            tasklist.field("Fecha de la llamada").click();
            assertThat(tasklist.page()
                            .locator(".flatpickr-calendar.open .flatpickr-weekday")
                            .first())
                    .hasText("Mon");
            tasklist.typeDate("31/12/2030");
            tasklist.typeTime("10:00");
            assertThat(tasklist.errors()).hasCount(0);
            tasklist.completeButton().click();
            assertThat(tasklist.errors().filter(new Locator.FilterOptions().setHasText("Fill in this field.")))
                    .hasCount(3);
        }
    }

    @Test
    void showsNamesLiterally() {
        String name = "**Litware** [x](https://evil.example) https://evil.example <b>1</b>";
        conversations().with(name);
        asManager(tasklist -> {
            tasklist.open("Litware");
            Locator text = tasklist.page().locator(".acm-context");
            assertThat(text).containsText(name);
            assertThat(text.locator("a, b")).hasCount(0);
            assertThat(text).containsText("25.000");
            assertThat(tasklist.card("Litware").locator(".customer")).hasText(name);
        });
    }

    @Test
    void opensLinksOfUnclaimedFormsOutsideTheSandbox() {
        conversations().with("Margie's Travel");
        asManager(tasklist -> {
            tasklist.open("Margie's Travel");
            tasklist.page()
                    .context()
                    .route(
                            "https://aka.ms/**",
                            route -> route.fulfill(new FulfillOptions()
                                    .setContentType("text/html")
                                    .setBody("<title>-</title><script>document.title = window.origin</script>")));
            Page opened = tasklist.page()
                    .waitForPopup(() -> tasklist.page()
                            .locator(".fjs-form-field-text a")
                            .first()
                            .click());
            opened.waitForFunction("() => document.title !== '-'");
            Assertions.assertThat(opened.title()).isEqualTo("https://aka.ms");
        });
    }
}
