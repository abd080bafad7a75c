package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** The build writes a software bill of materials, for vulnerability scans. */
class BillOfMaterialsTest {

    @Test
    void listsEveryLibraryWithVersionLicenseAndHash() throws IOException {
        JsonNode bill;
        try (InputStream file = getClass().getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
            bill = new ObjectMapper().readTree(file);
        }

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
}
