package org.acmconversation.model;

import java.util.List;

/** The rules that all models must meet. They need only the files and the known names, not the engine. */
final class ModelRules {

    static final List<ModelRule> ALL = List.of(
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
            new AssignmentRules(),
            new FormRules(),
            new FormFieldRules());

    private ModelRules() {}

    /** Returns all findings; any of them prevents a deployment. */
    public static List<Finding> check(ModelFiles models, KnownNames known) {
        var report = new Report();
        ALL.forEach(rule -> rule.check(models, known, report));
        return report.findings();
    }
}
