package org.acmconversation.model;

import java.util.Set;
import java.util.regex.Matcher;
import org.acmconversation.model.ConversationModel.Variable;

/** Every refusal by FTOP is handled: a BPMN error that no event catches would end the path silently. */
class RefusalRules implements ModelRule {

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        models.inProcesses()
                .filter(element -> mayBeRefused(element, known))
                .filter(task -> models.flowAround(task).atBorder(task).stream()
                        .noneMatch(event -> event.child("errorEventDefinition").isPresent()))
                .forEach(task -> report.add(task, "contract.refusal", ConversationModel.ErrorCode.FTOP_REFUSED));
    }

    /** Whether the element's delegate sets the refused task. */
    private static boolean mayBeRefused(ModelElement element, KnownNames known) {
        Matcher bean = DelegateRules.BEAN.matcher(element.camunda("delegateExpression"));
        return element.isActivity()
                && bean.matches()
                && known.writes().getOrDefault(bean.group(1), Set.of()).contains(Variable.REFUSED_CATALOG_ID);
    }
}
