package org.stockflowable;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockledger.Ledger;

/**
 * The beans that the models refer to, each as short as possible; three of them replace the product's decision tables.
 */
@Configuration
class Delegates {

    private static final String CONVERSATION = "4047";
    private static final int ENTERPRISE_LICENSES = 20_000;

    @Bean
    JavaDelegate decideEntry() {
        return execution -> execution.setVariable("entryDecision", entry(execution));
    }

    private static String entry(DelegateExecution execution) {
        if (is(execution, "inEnterpriseAdoptionProgram")) {
            return "COVERED_BY_ENTERPRISE_PROGRAM";
        }
        return is(execution, "kickoffHeld") && is(execution, "benefitUnderstood") && is(execution, "resourcesClear")
                ? "MET"
                : "MISSING";
    }

    private static boolean is(DelegateExecution execution, String variable) {
        return (Boolean) execution.getVariable(variable);
    }

    @Bean
    JavaDelegate selectValueDiscussions(Catalog catalog) {
        return execution ->
                execution.setVariable("valueDiscussions", catalog.select((String) execution.getVariable("services")));
    }

    @Bean
    JavaDelegate decideEnterpriseEligibility() {
        return execution -> execution.setVariable(
                "enterpriseEligible",
                "ENTERPRISE".equals(execution.getVariable("segment"))
                        && (Integer) execution.getVariable("licenses") > ENTERPRISE_LICENSES);
    }

    @Bean
    JavaDelegate createConversationTask(Ledger ledger) {
        return execution -> ledger.create(
                execution.getProcessInstanceBusinessKey(),
                CONVERSATION,
                "Llevar a cabo la conversación de ACM",
                true,
                "FASTTRACK_MANAGER");
    }

    @Bean
    JavaDelegate createValueDiscussionTasks(Ledger ledger, Catalog catalog) {
        return execution -> {
            for (String id : catalog.ids((String) execution.getVariable("valueDiscussions"))) {
                ledger.create(
                        execution.getProcessInstanceBusinessKey(),
                        id,
                        catalog.name(id),
                        catalog.mandatory(id),
                        catalog.group(id));
            }
        };
    }

    @Bean
    JavaDelegate completeConversationTask(Ledger ledger) {
        return execution -> ledger.close(execution.getProcessInstanceBusinessKey(), CONVERSATION, "COMPLETED");
    }

    @Bean
    JavaDelegate completeFtopTask(Ledger ledger) {
        return execution -> ledger.close(execution.getProcessInstanceBusinessKey(), catalogId(execution), "COMPLETED");
    }

    @Bean
    JavaDelegate declineFtopTask(Ledger ledger) {
        return execution -> ledger.close(execution.getProcessInstanceBusinessKey(), catalogId(execution), "DECLINED");
    }

    @Bean
    JavaDelegate nothing() {
        return execution -> {};
    }

    private static String catalogId(DelegateExecution execution) {
        return (String) execution.getVariable("catalogId");
    }
}
