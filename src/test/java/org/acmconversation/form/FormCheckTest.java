package org.acmconversation.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.acmconversation.engine.task.CompletionCheck.DeployedForm;
import org.acmconversation.engine.task.Submissions;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The stored form of an answer, and the message for a form with a rule that the server cannot evaluate. */
class FormCheckTest {

    private final FormCheck check = new FormCheck(messages(), Clock.systemUTC());

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
        return check.check(Submissions.of(new DeployedForm(components, form), submitted));
    }

    @Test
    void ignoresFieldsThatTheirGroupHides() {
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
    void trimsTexts() {
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
    void rejectsFormsWithRulesThatCannotBeEvaluated(String field) {
        assertThat(errors(field, Variables.putValue("a", "x")))
                .singleElement()
                .asString()
                .startsWith("el formulario tiene una regla que no se puede comprobar (")
                .endsWith("); avise a quien edita los modelos");
    }
}
