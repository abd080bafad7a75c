package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The build writes a software bill of materials, for vulnerability scans. */
class BillOfMaterialsTest {

    /** One of these is enough: if a library offers several, NOTICE says which one is used. */
    private static final List<String> COVERED = List.of(
            "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "EPL-2.0", "MIT", "MPL-2.0", "Public Domain");

    /** Its WebJar names the JSON license by mistake; NOTICE contains the actual one, that of bpmn.io. */
    private static final String BPMN_JS = "pkg:maven/org.webjars.npm/bpmn-js@";

    @Test
    void listsEveryLibraryWithVersionLicenseAndHash() throws IOException {
        JsonNode bill = bill();

        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bill.path("metadata").path("component").path("name").asText())
                .isEqualTo("acm-conversation");
        assertThat(bill.path("components").findValuesAsText("purl"))
                .anyMatch(library -> library.startsWith("pkg:maven/org.camunda.bpm/camunda-engine@7.24.0"))
                .anyMatch(library -> library.startsWith("pkg:maven/org.springframework.security/"))
                .noneMatch(library -> library.contains("playwright"));
        assertThat(bill.path("components"))
                .allSatisfy(library -> assertThat(library.path("version").asText())
                        .as(library.path("purl").asText())
                        .isNotBlank())
                .filteredOn(library -> library.path("purl").asText().contains("camunda-engine@"))
                .allSatisfy(library -> {
                    assertThat(library.path("licenses")).isNotEmpty();
                    assertThat(library.path("hashes")).isNotEmpty();
                });
    }

    @Test
    void noticeCoversTheLicensesOfAllLibraries() throws IOException {
        assertThat(bill().path("components"))
                .isNotEmpty()
                .filteredOn(library -> !library.path("purl").asText().startsWith(BPMN_JS))
                .allSatisfy(library -> assertThat(licenses(library))
                        .as(
                                "licenses of %s: look at what they ask for, add what NOTICE has to say, and list them here",
                                library.path("purl").asText())
                        .containsAnyElementsOf(COVERED));
    }

    @Test
    void jarContainsLicenseAndNotice() throws IOException {
        assertThat(text("LICENSE")).contains("Apache License", "Version 2.0, January 2004");
        assertThat(text("NOTICE")).contains("watermark of bpmn.io", "INRIA, France Telecom");
    }

    private static List<String> licenses(JsonNode library) {
        List<String> licenses = new ArrayList<>();
        library.path("licenses").forEach(entry -> {
            JsonNode license = entry.path("license");
            licenses.add(license.path("id").asText(license.path("name").asText()));
        });
        return licenses;
    }

    private static JsonNode bill() throws IOException {
        return new ObjectMapper().readTree(text("sbom/application.cdx.json"));
    }

    private static String text(String file) throws IOException {
        return Files.readString(Path.of("target/classes/META-INF").resolve(file));
    }
}
