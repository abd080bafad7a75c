package org.stockcamunda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockledger.Ledger;

/** The beans that the models refer to, each as short as possible while it writes the same FTOP tasks. */
@Configuration
class Delegates {

    private static final Map<String, String> GROUPS = Map.of(
            "FASTTRACK_MANAGER", "fasttrack-manager",
            "FASTTRACK_ENGINEER", "fasttrack-engineer");

    @Bean
    JavaDelegate createFtopTask(Ledger ledger) {
        return execution -> ledger.create(
                execution.getProcessBusinessKey(),
                catalogId(execution),
                "Llevar a cabo la conversación de ACM",
                true,
                "FASTTRACK_MANAGER");
    }

    @Bean
    @SuppressWarnings("unchecked")
    JavaDelegate createValueDiscussionTasks(Ledger ledger) {
        return execution -> {
            var discussions = (List<Map<String, Object>>) execution.getVariable("valueDiscussions");
            List<Map<String, Object>> open = discussions.stream()
                    .map(discussion -> {
                        String role = (String) discussion.get("role");
                        ledger.create(
                                execution.getProcessBusinessKey(),
                                (String) discussion.get("catalogId"),
                                (String) discussion.get("name"),
                                (Boolean) discussion.get("mandatory"),
                                role);
                        Map<String, Object> withGroup = new HashMap<>(discussion);
                        withGroup.put("candidateGroup", GROUPS.getOrDefault(role, "fasttrack-manager"));
                        return withGroup;
                    })
                    .toList();
            execution.setVariable(
                    "valueDiscussions",
                    Variables.objectValue(new ArrayList<>(open))
                            .serializationDataFormat(Variables.SerializationDataFormats.JSON)
                            .create());
        };
    }

    @Bean
    JavaDelegate completeFtopTask(Ledger ledger) {
        return execution -> ledger.close(execution.getProcessBusinessKey(), catalogId(execution), "COMPLETED");
    }

    @Bean
    JavaDelegate declineFtopTask(Ledger ledger) {
        return execution -> ledger.close(execution.getProcessBusinessKey(), catalogId(execution), "DECLINED");
    }

    @Bean
    JavaDelegate dropFtopTask(Ledger ledger) {
        return execution -> ledger.close(execution.getProcessBusinessKey(), catalogId(execution), "DROPPED");
    }

    @Bean
    JavaDelegate cancelOpenFtopTasks() {
        return execution -> {};
    }

    @Bean
    JavaDelegate refreshProfile() {
        return execution -> {};
    }

    @Bean
    JavaDelegate escalateOverdueTasks() {
        return execution -> {};
    }

    @Bean
    ExecutionListener recordOutcome() {
        return execution -> {};
    }

    @Bean
    TaskListener recordEntryCriteria() {
        return task -> {};
    }

    @Bean
    TaskListener remindCandidates() {
        return task -> {};
    }

    @Bean
    TaskListener recordNextAction() {
        return task -> {};
    }

    @Bean
    TaskListener nameAfterFtopTask() {
        return task -> {};
    }

    @Bean
    TaskListener returnToRequester() {
        return task -> {};
    }

    @Bean
    JavaDelegate moveDueDates() {
        return execution -> {};
    }

    private static String catalogId(DelegateExecution execution) {
        return (String) execution.getVariable("catalogId");
    }
}
