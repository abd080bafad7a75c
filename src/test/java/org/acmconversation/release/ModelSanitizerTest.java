package org.acmconversation.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.acmconversation.release.ModelSanitizer.Cleaned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Removal of unsupported content from uploaded files. */
class ModelSanitizerTest {

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"\
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:other="http://example.com/other" id="d"%s>
              <bpmn:process id="p">%s</bpmn:process>
            </bpmn:definitions>""";

    private static Cleaned clean(String attributes, String content) {
        return ModelSanitizer.clean(
                "a.bpmn", MODEL.formatted(attributes, content).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Cleaned cleaned) {
        return new String(cleaned.content(), StandardCharsets.UTF_8);
    }

    @Test
    void leavesCleanFilesUnchanged() {
        Cleaned cleaned = clean("", "<bpmn:task  id='t'  name='ñ' />");

        assertThat(text(cleaned)).isEqualTo(MODEL.formatted("", "<bpmn:task  id='t'  name='ñ' />"));
        assertThat(cleaned.removed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "ISO-8859-1", "windows-1252"})
    void convertsOtherEncodings(String encoding) {
        String model = MODEL.formatted("", "<bpmn:task id=\"t\" name=\"ñ\"/>").replace("UTF-8", encoding);

        Cleaned cleaned = ModelSanitizer.clean("a.bpmn", model.getBytes(Charset.forName(encoding)));

        assertThat(text(cleaned)).startsWith("<?xml version=\"1.0\"?>").contains("name=\"ñ\"");
        assertThat(cleaned.removed()).isEmpty();
    }

    @Test
    void removesSchemaLocations() {
        Cleaned cleaned = clean(" xsi:schemaLocation=\"a b\"", "");

        assertThat(text(cleaned)).doesNotContain("schemaLocation");
        assertThat(cleaned.removed()).singleElement().asString().contains("xsi:schemaLocation");
    }

    @Test
    void removesForeignElementsWithTheirContent() {
        Cleaned cleaned =
                clean("", "<bpmn:task id=\"t\" other:x=\"1\" name=\"ñ\"><other:y><bpmn:z/></other:y></bpmn:task>");

        assertThat(text(cleaned)).contains("name=\"ñ\"").doesNotContain("other:x", "other:y", "bpmn:z");
        assertThat(cleaned.removed()).hasSize(2).allMatch(what -> what.contains("http://example.com/other"));
    }

    @Test
    void rejectsDeeplyNestedElements() {
        int depth = 20_000;

        assertThatThrownBy(() -> clean("", "<bpmn:a>".repeat(depth) + "</bpmn:a>".repeat(depth)))
                .isInstanceOfSatisfying(
                        UnfitFileException.class,
                        refused -> assertThat(refused.explanation()).contains("anidados"));
    }

    @Test
    void refusesTooManyElements() {
        assertThat(clean("", "<bpmn:task/>".repeat(4998)).removed()).isEmpty();
        assertThatThrownBy(() -> clean("", "<bpmn:task/>".repeat(4999)))
                .isInstanceOfSatisfying(
                        UnfitFileException.class,
                        refused -> assertThat(refused.explanation()).contains("5000 elementos"));
    }

    @Test
    void removesOnlyTheDefaultExpressionLanguage() {
        assertThat(text(clean(" expressionLanguage=\"http://www.w3.org/1999/XPath\"", "")))
                .doesNotContain("expressionLanguage");
        assertThat(text(clean(" expressionLanguage=\"groovy\"", ""))).contains("groovy");
    }

    @Test
    void rejectsExternalEntities() {
        byte[] model =
                "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><d>&e;</d>".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> ModelSanitizer.clean("a.bpmn", model)).isInstanceOf(UnfitFileException.class);
    }
}
