package org.acmconversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.index.CandidateComponentsIndex;
import org.springframework.context.index.CandidateComponentsIndexLoader;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.stereotype.Component;

/**
 * The build writes down which classes are components (META-INF/spring.components), so that no start has to look into
 * all of them: docs/adr/0015.
 */
class ComponentIndexTest {

    private static final String PACKAGE = "org.acmconversation";

    @ParameterizedTest
    @ValueSource(classes = {Component.class, ConfigurationProperties.class})
    void namesEveryClassThatALookIntoAllOfThemFinds(Class<?> stereotype) {
        CandidateComponentsIndex index =
                CandidateComponentsIndexLoader.loadIndex(getClass().getClassLoader());
        var look = new ClassPathScanningCandidateComponentProvider(false) {

            /** Whatever the conditions that are decided at the start. */
            @Override
            protected boolean isCandidateComponent(MetadataReader type) {
                return type.getAnnotationMetadata().isAnnotated(stereotype.getName());
            }
        };
        // A filter that no index can answer.
        look.addIncludeFilter((type, others) -> true);

        assertThat(index).as("META-INF/spring.components").isNotNull();
        assertThat(new TreeSet<>(index.getCandidateTypes(PACKAGE, stereotype.getName())))
                .as("components in the index; ./mvnw clean has it written anew")
                .hasSizeGreaterThan(10)
                .isEqualTo(look.findCandidateComponents(PACKAGE).stream()
                        .map(candidate -> candidate.getBeanClassName())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
