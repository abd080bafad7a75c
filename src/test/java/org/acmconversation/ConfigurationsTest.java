package org.acmconversation;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** Configurations start fast, and invalid settings are found early. */
class ConfigurationsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.acmconversation");

    @Test
    void configurationsAreNotProxied() {
        classes()
                .that()
                .areMetaAnnotatedWith(Configuration.class)
                .should()
                .beAnnotatedWith(DescribedPredicate.describe("proxyBeanMethods = false", ConfigurationsTest::isPlain))
                .check(CLASSES);
    }

    private static boolean isPlain(JavaAnnotation<?> annotation) {
        return annotation.get("proxyBeanMethods").filter(Boolean.FALSE::equals).isPresent();
    }

    @Test
    void noBeanMethodIsCalledDirectly() {
        noClasses().should().callMethodWhere(target(annotatedWith(Bean.class))).check(CLASSES);
    }

    @Test
    void earlyChecksFindAllRecordsOfSettings() {
        classes()
                .that()
                .areAnnotatedWith(ConfigurationProperties.class)
                .should()
                .haveSimpleNameEndingWith("Properties")
                .check(CLASSES);
    }

    @Test
    void settingsPageSaysWhereEachPrefixIsDescribed() throws IOException {
        String page = Files.readString(Path.of("docs/settings.md"));

        assertThat(CLASSES)
                .filteredOn(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                .map(type ->
                        type.getAnnotationOfType(ConfigurationProperties.class).value())
                .hasSizeGreaterThan(15)
                // The record of acm.quiet, which is on the page itself.
                .filteredOn(prefix -> !prefix.equals("acm"))
                .allSatisfy(prefix -> assertThat(page).containsAnyOf("`" + prefix + "`", "`" + parent(prefix) + "`"));
    }

    /** With its full name, or without a prefix in a page that has the prefix. */
    @Test
    void docsDescribeEverySetting() throws IOException {
        List<String> docs;
        try (Stream<Path> pages = Files.list(Path.of("docs"))) {
            docs = pages.filter(page -> page.toString().endsWith(".md"))
                    .map(ConfigurationsTest::text)
                    .toList();
        }
        JsonNode metadata = new ObjectMapper()
                .readTree(new ClassPathResource("META-INF/spring-configuration-metadata.json").getInputStream());

        assertThat(metadata.path("properties").findValuesAsText("name"))
                .filteredOn(name -> name.startsWith("acm."))
                .hasSizeGreaterThan(50)
                .allMatch(name -> docs.stream().anyMatch(page -> describes(page, name)));
    }

    private static boolean describes(String page, String name) {
        int product = name.indexOf('.');
        return names(page, name)
                || IntStream.range(product + 1, name.length())
                        .filter(end -> name.charAt(end) == '.')
                        .anyMatch(end ->
                                page.contains("`" + name.substring(0, end)) && names(page, name.substring(end + 1)));
    }

    private static boolean names(String page, String setting) {
        return Pattern.compile("`" + Pattern.quote(setting) + "[`=:.]")
                .matcher(page)
                .find();
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String parent(String prefix) {
        return prefix.substring(0, prefix.lastIndexOf('.'));
    }
}
