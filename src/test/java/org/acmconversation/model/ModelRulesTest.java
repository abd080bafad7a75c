package org.acmconversation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.acmconversation.model.ConversationModel.Variable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Checks all models in {@code processes/} against all rules, and the documentation that the rules use. */
class ModelRulesTest {

    @Test
    void modelsMeetAllRules() {
        KnownNames known = Models.knownNames();

        List<Finding> findings = ModelRules.check(ModelFiles.read(Models.contents(), known), known);

        if (!findings.isEmpty()) {
            fail(findings.stream().map(Finding::toString).collect(Collectors.joining("\n", "\n", "\n")));
        }
    }

    @Test
    void everyRuleIsApplied() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(ModelRule.class));

        assertThat(scanner.findCandidateComponents(ModelRule.class.getPackageName()))
                .extracting(BeanDefinition::getBeanClassName)
                .containsExactlyInAnyOrderElementsOf(ModelRules.ALL.stream()
                        .map(rule -> rule.getClass().getName())
                        .toList());
    }

    @Test
    void everyDocumentedVariableIsUsed() {
        String models = Models.contents().values().stream()
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .collect(Collectors.joining());

        assertThat(DocumentedVariables.types().keySet())
                .isNotEmpty()
                .allMatch(variable -> Pattern.compile("\\b" + variable + "\\b")
                        .matcher(models)
                        .find());
    }

    @Test
    void everyVariableInJavaIsDocumented() throws IllegalAccessException {
        List<String> named = new ArrayList<>();
        for (Field constant : Variable.class.getFields()) {
            named.add((String) constant.get(null));
        }

        assertThat(DocumentedVariables.types().keySet()).containsAll(named);
    }
}
