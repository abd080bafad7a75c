package org.acmconversation.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The element templates for Camunda Modeler match the application. {@code -Dacm.templates.write} writes them. */
class ElementTemplatesTest {

    private static final Path FOLDER = Path.of("processes", ".camunda", "element-templates");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final DefaultPrettyPrinter INDENTED = new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private final KnownNames known = Models.knownNames();

    @Test
    void templatesMatchTheCode() throws IOException {
        Map<String, String> expected = new LinkedHashMap<>();
        for (var file : new ElementTemplates(ModelFiles.read(Models.contents(), known), known)
                .files()
                .entrySet()) {
            expected.put(file.getKey(), JSON.writer(INDENTED).writeValueAsString(file.getValue()) + "\n");
        }
        if (Boolean.getBoolean("acm.templates.write")) {
            Files.createDirectories(FOLDER);
            for (var file : expected.entrySet()) {
                Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
            }
        }

        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertThat(names).containsExactlyElementsOf(expected.keySet());
        }
        for (var file : expected.entrySet()) {
            assertThat(FOLDER.resolve(file.getKey())).content().isEqualTo(file.getValue());
        }
    }

    @Test
    void templatesUseOnlyWhatModelerCanSet() {
        var templates = new ElementTemplates(ModelFiles.read(Models.contents(), known), known)
                .files().values().stream().flatMap(List::stream).toList();

        assertThat(templates).extracting(template -> template.get("id")).doesNotHaveDuplicates();
        assertThat(templates.stream()
                        .flatMap(template -> ((List<?>) template.get("properties")).stream())
                        .map(property -> (Map<?, ?>) ((Map<?, ?>) property).get("binding"))
                        .map(binding -> String.valueOf(binding.get("type"))))
                .isSubsetOf(
                        "property",
                        "camunda:property",
                        "camunda:inputParameter",
                        "camunda:in",
                        "camunda:in:businessKey");
    }
}
