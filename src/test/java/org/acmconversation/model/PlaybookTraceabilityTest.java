package org.acmconversation.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** {@code docs/playbook.md} and the models are consistent: every reference exists, and no element is missing. */
class PlaybookTraceabilityTest {

    private static final Path PLAYBOOK = Path.of("docs/playbook.md");
    private static final Path PROCESSES = Path.of("processes");

    private static final Set<String> MODEL_NAMESPACES =
            Set.of("http://www.omg.org/spec/BPMN/20100524/MODEL", "https://www.omg.org/spec/DMN/20191111/MODEL/");
    private static final Set<String> NAMED_ELEMENTS = Set.of("userTask", "serviceTask", "decision");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern MODEL_FILE = Pattern.compile(".+\\.(bpmn|dmn|form)");

    /** Ids or field keys by file name, as used in references. */
    private static final Map<String, Set<String>> IDS = new TreeMap<>();

    private static final Set<String> TO_BE_NAMED = new LinkedHashSet<>();
    private static final List<Reference> REFERENCES = new ArrayList<>();

    private record Reference(String text, int line) {

        String file() {
            return text.split("#", 2)[0];
        }

        boolean isFound() {
            Set<String> ids = IDS.get(file());
            return ids != null && (!text.contains("#") || ids.contains(text.split("#", 2)[1]));
        }

        @Override
        public String toString() {
            return "%s:%d `%s`".formatted(PLAYBOOK, line, text);
        }
    }

    @BeforeAll
    static void readModelsAndPlaybook() throws Exception {
        for (Path path : modelFiles()) {
            String file = PROCESSES.relativize(path).toString().replace('\\', '/');
            if (file.endsWith(".form")) {
                Set<String> keys = new LinkedHashSet<>();
                collectKeys(new ObjectMapper().readTree(path.toFile()), keys);
                IDS.put(file, keys);
                TO_BE_NAMED.add(file);
            } else {
                IDS.put(file, collectElements(file, path));
            }
        }
        List<String> lines = Files.readAllLines(PLAYBOOK);
        for (int i = 0; i < lines.size(); i++) {
            int line = i + 1;
            CODE.matcher(lines.get(i))
                    .results()
                    .map(code -> new Reference(code.group(1), line))
                    .filter(reference -> MODEL_FILE.matcher(reference.file()).matches()
                            || reference.text().indexOf('#') > 0)
                    .forEach(REFERENCES::add);
        }
    }

    private static List<Path> modelFiles() throws IOException {
        try (Stream<Path> files = Files.walk(PROCESSES)) {
            return files.filter(file -> MODEL_FILE.matcher(file.toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private static void collectKeys(JsonNode component, Set<String> keys) {
        if (component.has("key")) {
            keys.add(component.get("key").asText());
        }
        component.path("components").forEach(child -> collectKeys(child, keys));
    }

    /** Only ids of the model itself; those of shapes and extensions are in other namespaces. */
    private static Set<String> collectElements(String file, Path path) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(path.toFile());
        Set<String> ids = new LinkedHashSet<>();
        NodeList elements = document.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            if (MODEL_NAMESPACES.contains(element.getNamespaceURI()) && element.hasAttribute("id")) {
                ids.add(element.getAttribute("id"));
                if (NAMED_ELEMENTS.contains(element.getLocalName())) {
                    TO_BE_NAMED.add(file + "#" + element.getAttribute("id"));
                }
            }
        }
        return ids;
    }

    @Test
    void everyReferenceExistsInTheModels() {
        assertThat(REFERENCES)
                .isNotEmpty()
                .filteredOn(reference -> !reference.isFound())
                .as("references that do not exist in processes/")
                .isEmpty();
    }

    @Test
    void playbookNamesEveryTaskDecisionAndForm() {
        Set<String> named = REFERENCES.stream()
                .flatMap(reference -> Stream.of(reference.file(), reference.text()))
                .collect(Collectors.toSet());

        assertThat(TO_BE_NAMED)
                .isNotEmpty()
                .filteredOn(reference -> !named.contains(reference))
                .as("elements of processes/ that are missing in %s", PLAYBOOK)
                .isEmpty();
    }
}
