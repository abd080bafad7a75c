package org.acmconversation.operations;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The build writes a software bill of materials, for vulnerability scans. */
class BillOfMaterialsTest {

    /** One of these is enough: if a library offers several, NOTICE says which one is used. */
    private static final List<String> COVERED = List.of(
            "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "EPL-2.0", "MIT", "MPL-2.0", "Public Domain");

    /** Its WebJar names the JSON license by mistake; NOTICE contains the actual one, that of bpmn.io. */
    private static final String BPMN_JS = "pkg:maven/org.webjars.npm/bpmn-js@";

    /** What NOTICE calls libraries that are not offered under the Apache License, by the beginning of their name. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            entry("aopalliance/", "AOP Alliance"),
            entry("ch.qos.logback/", "Logback"),
            entry("com.h2database/", "H2"),
            entry("com.sun.istack/", "Jakarta XML Binding and its implementation"),
            entry("com.sun.xml.bind/", "Jakarta XML Binding and its implementation"),
            entry("de.siegmar/fastcsv", "FastCSV"),
            entry("jakarta.activation/", "Jakarta Activation"),
            entry("jakarta.annotation/", "Jakarta Annotations"),
            entry("jakarta.ws.rs/", "Jakarta RESTful Web Services"),
            entry("jakarta.xml.bind/", "Jakarta XML Binding"),
            entry("org.checkerframework/", "Checker Framework qualifiers"),
            entry("org.eclipse.angus/angus-activation", "Angus Activation"),
            entry("org.eclipse.angus/jakarta.mail", "Angus Mail"),
            entry("org.glassfish.expressly/", "Expressly"),
            entry("org.glassfish.hk2.external/", "HK2"),
            entry("org.glassfish.hk2/osgi-resource-locator", "OSGi resource locator"),
            entry("org.glassfish.hk2/", "HK2"),
            entry("org.glassfish.jaxb/", "Jakarta XML Binding and its implementation"),
            entry("org.glassfish.jersey", "Jersey"),
            entry("org.hdrhistogram/", "HdrHistogram"),
            entry("org.latencyutils/", "LatencyUtils"),
            entry("org.ow2.asm/", "ASM"),
            entry("org.postgresql/", "PostgreSQL JDBC driver"),
            entry("org.slf4j/", "SLF4J"),
            entry("org.threeten/", "ThreeTen-Extra"),
            entry("org.webjars.npm/bpmn-js", "bpmn-js"),
            entry("org.webjars.npm/picocss__pico", "Pico CSS"),
            entry("org.webjars/webjars-locator-lite", "webjars-locator-lite"));

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
    void noticeNamesLibrariesThatAreNotUnderTheApacheLicense() throws IOException {
        String notice = text("NOTICE").replaceAll("\\s+", " ");

        assertThat(bill().path("components"))
                .filteredOn(library -> !licenses(library).contains("Apache-2.0"))
                .hasSizeGreaterThan(30)
                .allSatisfy(library -> {
                    String name = library.path("purl").asText().substring("pkg:maven/".length());
                    assertThat(NAMES.keySet())
                            .as("%s: name it in NOTICE and here", name)
                            .anyMatch(name::startsWith);
                    assertThat(NAMES.entrySet())
                            .filteredOn(known -> name.startsWith(known.getKey()))
                            .allSatisfy(known -> assertThat(notice).contains(known.getValue()));
                });
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
