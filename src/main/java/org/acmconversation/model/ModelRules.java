package org.acmconversation.model;

import java.util.List;

/** The rules that all models must meet. They need no engine: only the files, and the names that exist beside them. */
public final class ModelRules {

    private static final List<ModelRule> ALL = List.of(
            new SafetyRules(),
            new DelegateRules(),
            new ReferenceRules(),
            new ContractRules(),
            new RefusalRules(),
            new ExecutionRules(),
            new GatewayRules(),
            new FlowRules(),
            new TokenRules(),
            new CandidateGroupRules(),
            new TimerRules(),
            new VariableRules(),
            new VariableTypeRules(),
            new DataFlowRules(),
            new NamingRules(),
            new DocumentationRules(),
            new LayoutRules(),
            new DecisionRules(),
            new DecisionOutputRules(),
            new DecisionCoverageRules(),
            new CatalogRules(),
            new FormRules(),
            new FormFieldRules());

    private ModelRules() {}

    /** All that is wrong; what no deployment would accept comes first. */
    public static List<Finding> check(ModelFiles models, KnownNames known) {
        var report = new Report();
        ALL.forEach(rule -> rule.check(models, known, report));
        return report.findings();
    }
}
