package org.acmconversation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule for forms finds a violation. */
class ModelRulesForFormsTest {

    private static List<String> ofForm(String from, String to) {
        return Draft.findings(new FormRules(), from, to);
    }

    private static List<String> ofField(String from, String to) {
        return Draft.findings(new FormFieldRules(), from, to);
    }

    @Test
    void theIdMatchesTheFileName() {
        assertThat(ofForm("\"id\": \"request-sme\"", "\"id\": \"Form_1ab2c3d\""))
                .containsExactly(
                        "forms/request-sme.form [Form_1ab2c3d] el id del formulario es «Form_1ab2c3d»; debe ser igual al nombre del archivo: request-sme");
    }

    @Test
    void schemaVersionMatchesTasklist() {
        assertThat(ofForm("\"schemaVersion\": 16", "\"schemaVersion\": 18"))
                .containsExactly(
                        "forms/request-sme.form [request-sme] no tiene la versión de esquema 16, que es la que Tasklist muestra; guárdelo con Camunda Modeler para Camunda Platform 7.24");
    }

    @Test
    void theServerCanValidateEveryComponent() {
        assertThat(ofForm("\"type\": \"checkbox\"", "\"type\": \"filepicker\""))
                .containsExactly(
                        "forms/request-sme.form [smeNameField] «Confirmado»: el componente «filepicker» no se admite, porque Tasklist no lo muestra o el servidor no lo comprueba; use uno de estos: button, checkbox, checklist, datetime, group, html, image, number, radio, select, separator, spacer, taglist, text, textarea, textfield");
    }

    @Test
    void markdownTextContainsNoValues() {
        assertThat(Draft.findings(
                        new FormRules(),
                        "\"html\", \"content\": \"{{#if smeTopic}}",
                        "\"text\", \"text\": \"{{#if smeTopic}}"))
                .singleElement()
                .asString()
                .contains("[guidance]", "Markdown");
        assertThat(Draft.findings(
                        new FormRules(),
                        "\"html\", \"content\": \"{{#if smeTopic}}{{smeName}}",
                        "\"text\", \"text\": \"{{#if smeTopic}}Un SME"))
                .isEmpty();
    }

    @Test
    void keysAreUnique() {
        assertThat(ofForm("\"key\": \"smeTopic\", ", ""))
                .containsExactly(
                        "forms/request-sme.form [smeTopicField] «Tema»: no tiene «Key»; escriba el nombre de la variable que llena");
        assertThat(ofForm("\"key\": \"smeTopic\"", "\"key\": \"smeName\""))
                .containsExactly(
                        "forms/request-sme.form [smeNameField] «Confirmado»: otro campo llena ya la variable «smeName»; deje uno solo");
    }

    @Test
    void aKeyIsADocumentedVariable() {
        assertThat(Draft.findings(new VariableRules(), "\"key\": \"smeTopic\"", "\"key\": \"topic\""))
                .containsExactly(
                        "forms/request-sme.form [smeTopicField] «Tema»: usa la variable «topic», que no está documentada; corrija el nombre o anótela en la tabla de processes/variables.md. Se conocen: conversationAt, discussionOutcome, services, smeName, smeTopic, valueDiscussions");
    }

    @Test
    void expressionsAndTemplatesUseDocumentedVariables() {
        assertThat(Draft.findings(new VariableRules(), "{{smeName}}", "{{name}}"))
                .singleElement()
                .asString()
                .startsWith("forms/request-sme.form [guidance] usa la variable «name», que no está documentada;");
        assertThat(Draft.findings(new VariableRules(), "=for s in valueDiscussions", "=for s in discussions"))
                .singleElement()
                .asString()
                .startsWith("forms/request-sme.form [servicesField] «Servicio»: usa la variable «discussions»,");
        assertThat(Draft.findings(new VariableRules(), "=discussionOutcome !=", "=outcome !="))
                .singleElement()
                .asString()
                .startsWith("forms/request-sme.form [smeTopicField] «Tema»: usa la variable «outcome»,");
    }

    @Test
    void aFieldHasALabel() {
        assertThat(ofField("\"label\": \"Tema\",", ""))
                .containsExactly(
                        "forms/request-sme.form [smeTopicField] el campo «smeTopic» no tiene etiqueta; escriba en «Field label» lo que se pregunta");
    }

    @Test
    void textFitsIntoAnEngineVariable() {
        String message =
                "forms/request-sme.form [smeTopicField] «Tema»: no limita la longitud del texto; escriba en «Maximum length» un número entre 1 y 4000";

        assertThat(ofField("\"maxLength\": 500", "\"maxLength\": 4001")).containsExactly(message);
        assertThat(ofField("\"maxLength\": 500,", "")).containsExactly(message);
        assertThat(ofField("\"maxLength\": 500", "\"maxLength\": 4000")).isEmpty();
    }

    @Test
    void minimumLengthIsNotAboveMaximumLength() {
        assertThat(ofField("\"maxLength\": 500", "\"maxLength\": 500, \"minLength\": 501"))
                .containsExactly(
                        "forms/request-sme.form [smeTopicField] «Tema»: la longitud mínima (501) es mayor que la máxima (500); corrija una de las dos");
    }

    @Test
    void patternsMeanTheSameInBrowserAndServer() {
        String message =
                "forms/request-sme.form [smeTopicField] «Tema»: el patrón «%s» no es una expresión regular válida, o el navegador y el servidor no la leerían igual; use letras, clases como [A-Z], \\d, \\w, \\s, grupos (?:…) y repeticiones como *, + o {2,5}";

        assertThat(ofField("\"^[A-Z]\"", "\"^[A-Z\"")).containsExactly(message.formatted("^[A-Z"));
        assertThat(ofField("\"^[A-Z]\"", "\"^\\\\p{L}+$\"")).containsExactly(message.formatted("^\\p{L}+$"));
        assertThat(ofField("\"^[A-Z]\"", "\"a++\"")).containsExactly(message.formatted("a++"));
    }

    @Test
    void validationTypesOfTheBrowserAreNotAllowed() {
        assertThat(ofField("\"maxLength\": 500", "\"maxLength\": 500, \"validationType\": \"email\""))
                .containsExactly(
                        "forms/request-sme.form [smeTopicField] «Tema»: el servidor no comprueba la validación «email»; elija en «Validation pattern» «Custom» y escriba en «Custom regular expression» un patrón, por ejemplo para un correo ^[^@ ]+@[^@ ]+$");
        assertThat(ofField("\"maxLength\": 500", "\"maxLength\": 500, \"validationType\": \"custom\""))
                .isEmpty();
    }

    @Test
    void requiredIsNotAnExpression() {
        assertThat(ofField("\"required\": true", "\"required\": \"=services != null\""))
                .containsExactly(
                        "forms/request-sme.form [smeTopicField] «Tema»: «Required» tiene el valor «=services != null»; márquelo o desmárquelo: si el campo solo se exige a veces, ocúltelo las demás con «Hide if»");
    }

    @Test
    void aNumberIsSentAsANumber() {
        assertThat(ofField("\"type\": \"checkbox\"", "\"type\": \"number\", \"serializeToString\": true"))
                .containsExactly(
                        "forms/request-sme.form [smeNameField] «Confirmado»: envía el número como texto y nadie podría completar la tarea; desmarque «Output as string»");
    }

    @Test
    void decimalDigitsAndIncrementAreValidNumbers() {
        assertThat(ofField("\"type\": \"checkbox\"", "\"type\": \"number\", \"decimalDigits\": \"=2\""))
                .contains(
                        "forms/request-sme.form [smeNameField] «Confirmado»: «Decimal digits» tiene el valor «=2»; escriba un número entero de 0 a 99");
        assertThat(ofField("\"type\": \"checkbox\"", "\"type\": \"number\", \"increment\": 0"))
                .containsExactly(
                        "forms/request-sme.form [smeNameField] «Confirmado»: «Increment» tiene el valor «0»; escriba un número mayor que cero");
        assertThat(ofField(
                        "\"type\": \"checkbox\"", "\"type\": \"number\", \"increment\": \"0.5\", \"decimalDigits\": 1"))
                .isEmpty();
    }

    @Test
    void expressionsAreValidFeel() {
        assertThat(ofField("=discussionOutcome != ", "=discussionOutcome !== "))
                .containsExactly(
                        "forms/request-sme.form [smeTopicField] «Tema»: la expresión «=discussionOutcome !== \"SME_NEEDED\"» no es FEEL válida; corríjala (como mucho 2000 caracteres)");
        assertThat(ofField("\"type\": \"group\"", "\"type\": \"group\", \"conditional\": {\"hide\": \"=if then\"}"))
                .containsExactly(
                        "forms/request-sme.form [groupOfTwo] «SME»: la expresión «=if then» no es FEEL válida; corríjala (como mucho 2000 caracteres)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=5", "=true", "={value: 1}"})
    void optionsAreAList(String options) {
        assertThat(ofField("=for s in valueDiscussions return {label: s.name, value: s.catalogId}", options))
                .containsExactly("forms/request-sme.form [servicesField] «Servicio»: la expresión «" + options
                        + "» no da una lista de opciones; escriba una lista, por ejemplo =[\"A\", \"B\"]");
    }

    @Test
    void groupsHaveNoPath() {
        assertThat(ofField("\"type\": \"group\"", "\"type\": \"group\", \"path\": \"sme\""))
                .containsExactly(
                        "forms/request-sme.form [groupOfTwo] «SME»: tiene la ruta «sme», que el servidor no conoce; deje «Path» vacío");
    }

    @Test
    void boundsAreNumbers() {
        assertThat(ofField("\"maxLength\": 500", "\"maxLength\": 500, \"max\": \"diez\""))
                .containsExactly(
                        "forms/request-sme.form [smeTopicField] «Tema»: el límite «max» tiene el valor «diez», que no es un número; corríjalo");
    }

    @Test
    void choicesHaveOneSourceOfOptions() {
        String message =
                "forms/request-sme.form [outcomeField] «Resultado»: no tiene opciones o las toma de dos lugares; en «Options source» elija «Static» con sus valores o «Expression» con una expresión que empiece por «=»";

        assertThat(ofField("[{\"label\": \"Sí\", \"value\": \"YES\"}, {\"label\": \"No\", \"value\": \"NO\"}]", "[]"))
                .containsExactly(message);
        assertThat(ofField("\"type\": \"radio\",", "\"type\": \"radio\", \"valuesExpression\": \"=services\","))
                .containsExactly(message);
    }

    @Test
    void optionsHaveALabelAndAUniqueValue() {
        assertThat(ofField("\"value\": \"NO\"", "\"value\": \"\""))
                .containsExactly(
                        "forms/request-sme.form [outcomeField] «Resultado»: tiene una opción sin etiqueta o sin valor; complete las dos partes");
        assertThat(ofField("\"value\": \"NO\"", "\"value\": \"YES\""))
                .containsExactly(
                        "forms/request-sme.form [outcomeField] «Resultado»: repite el valor «YES» entre sus opciones; deje uno solo");
    }

    @Test
    void timesHaveATimeZone() {
        assertThat(ofField("utc_offset", "no_timezone"))
                .containsExactly(
                        "forms/request-sme.form [conversationAtField] «Fecha»: el formato de hora «no_timezone» no lleva zona horaria; elija en «Time format» «UTC offset»");
        assertThat(ofField("\"subtype\": \"datetime\"", "\"subtype\": \"time\""))
                .containsExactly(
                        "forms/request-sme.form [conversationAtField] «Fecha»: debe pedir una fecha o una fecha con hora; elija en «Subtype» «Date» o «Date & Time»");
    }

    @Test
    void aCheckboxIsNotRequired() {
        assertThat(ofField("\"type\": \"checkbox\",", "\"type\": \"checkbox\", \"validate\": {\"required\": true},"))
                .containsExactly(
                        "forms/request-sme.form [smeNameField] «Confirmado»: una casilla obligatoria solo se podría enviar marcada; desmarque «Required»: el servidor exige ya que se responda sí o no");
    }

    @Test
    void conditionsAreExpressions() {
        assertThat(ofField("\"=discussionOutcome != ", "\"discussionOutcome != "))
                .containsExactly(
                        "forms/request-sme.form [smeTopicField] «Tema»: la condición para ocultar «discussionOutcome != \"SME_NEEDED\"» no es una expresión; escriba una que empiece por «=»");
    }
}
