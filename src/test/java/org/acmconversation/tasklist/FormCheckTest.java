package org.acmconversation.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.acmconversation.engine.CompletionCheck.DeployedForm;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What is left of an answer to be stored, and what is said of a form that was deployed past its checks. */
class FormCheckTest {

    private static final ProcessEngine ENGINE = engine();

    private final FormCheck check = new FormCheck(new FormExpressions(ENGINE), messages(), Clock.systemUTC());
    private final DelegateTask task = mock(DelegateTask.class);

    private static ProcessEngine engine() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("form-check");
        configuration.setJdbcUrl("jdbc:h2:mem:form-check");
        return configuration.buildProcessEngine();
    }

    @AfterAll
    static void stop() {
        ENGINE.close();
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/forms");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }

    private List<String> errors(String components, VariableMap submitted) {
        byte[] form = "{\"components\": [%s]}"
                .formatted(components.replace('\'', '"'))
                .getBytes(StandardCharsets.UTF_8);
        when(task.hasVariable(anyString())).thenReturn(false);
        return check.check(task, new DeployedForm(components, form), submitted);
    }

    @Test
    void whatIsHiddenByItsGroupIsNeitherCheckedNorStored() {
        String group = """
                {'type': 'checkbox', 'key': 'declined'},
                {'type': 'group', 'conditional': {'hide': '=not(declined)'}, 'components': [
                  {'type': 'checkbox', 'key': 'sure'},
                  {'type': 'textfield', 'key': 'reason', 'validate': {'required': true, 'maxLength': 3}}]}""";
        VariableMap hidden = Variables.putValue("declined", false).putValue("reason", "too long");

        assertThat(errors(group, hidden)).isEmpty();
        assertThat(hidden).containsOnlyKeys("declined");

        VariableMap shown = Variables.putValue("declined", true).putValue("reason", "too long");
        assertThat(errors(group, shown)).hasSize(2);
    }

    @Test
    void aTextIsStoredWithoutTheWhiteSpaceAround() {
        VariableMap submitted = Variables.putValue("a", " x\ny\n").putValue("b", "\u00a0");

        assertThat(errors("{'type': 'textarea', 'key': 'a'}, {'type': 'textfield', 'key': 'b'}", submitted))
                .isEmpty();
        assertThat(submitted).containsEntry("a", "x\ny").containsEntry("b", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'select', 'key': 'a', 'valuesExpression': '=rule'}",
                "{'type': 'select', 'key': 'a', 'valuesExpression': '=[1'}",
                "{'type': 'textfield', 'key': 'a', 'conditional': {'hide': '=rule ==='}}",
                "{'type': 'textfield', 'key': 'a', 'validate': {'pattern': '(?i)rule'}}",
                "{'type': 'number', 'key': 'a', 'validate': {'min': '=rule'}}",
                "{'type': 'number', 'key': 'a', 'increment': 0}"
            })
    void aRuleThatCannotBeCheckedIsSaidInWords(String field) {
        assertThat(errors(field, Variables.putValue("a", "x")))
                .singleElement()
                .asString()
                .startsWith("el formulario tiene una regla que no se puede comprobar (")
                .endsWith("); avise a quien edita los modelos");
    }
}
