package org.acmconversation.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.acmconversation.faults.Nodes.Answer;
import org.acmconversation.ftop.simulator.TaskHistory;

/** Compares the expected result with the state of FTOP and of the service, as both report it over their APIs. */
class Checker {

    private static final String OPEN = "OPEN";

    private final Nodes service;

    Checker(Nodes service) {
        this.service = service;
    }

    Verdict check(Collection<Conversation> conversations, List<TaskHistory> ftop) {
        var verdict = new Verdict();
        Map<String, Map<String, List<String>>> there = new HashMap<>();
        for (TaskHistory history : ftop) {
            there.computeIfAbsent(history.key().engagementId().toString(), id -> new TreeMap<>())
                    .put(
                            history.key().catalogId(),
                            history.tasks().stream()
                                    .map(task -> task.status().name())
                                    .toList());
        }
        Set<String> known = new TreeSet<>();
        for (Conversation conversation : conversations) {
            if (conversation.id() == null) {
                verdict.stuck().add(conversation.customer().externalId() + " was never answered with 201");
            } else {
                known.add(conversation.id());
                check(conversation, there.getOrDefault(conversation.id(), Map.of()), verdict);
            }
        }
        there.keySet().stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> verdict.wrong().add("FTOP has tasks of %s, which nobody started".formatted(id)));
        checkPortfolio(verdict);
        return verdict;
    }

    /** Compares the portfolio with the list: whatever a killed node had begun to count is counted once. */
    private void checkPortfolio(Verdict verdict) {
        JsonNode portfolio =
                service.ask("GET", "/api/portfolio", "operator", "").body();
        portfolio
                .path("engagements")
                .properties()
                .forEach(status ->
                        compare("status=" + status.getKey(), status.getValue().asLong(), verdict));
        for (JsonNode milestone : portfolio.path("funnel")) {
            String step = milestone.path("step").asText();
            compare(
                    step.equals("STARTED") ? "" : "completed=" + step,
                    milestone.path("engagements").asLong(),
                    verdict);
        }
    }

    private void compare(String filter, long figure, Verdict verdict) {
        long listed = service.get("/api/engagements?size=1&" + filter)
                .body()
                .path("totalItems")
                .asLong();
        if (figure != listed) {
            verdict.wrong()
                    .add("The portfolio has %d engagements, the list with %s %d".formatted(figure, filter, listed));
        }
    }

    private void check(Conversation conversation, Map<String, List<String>> there, Verdict verdict) {
        String id = conversation.id();
        Answer engagement = service.get("/api/engagements/" + id);
        if (engagement.status() != 200) {
            verdict.lost().add("%s is answered with %d".formatted(id, engagement.status()));
            return;
        }
        String status = engagement.body().path("status").asText();
        if (status.equals("RUNNING")) {
            verdict.stuck().add("%s waits at %s".formatted(id, engagement.body().path("currentActivities")));
            return;
        }
        Map<String, String> here = new TreeMap<>();
        for (JsonNode task :
                service.get("/api/engagements/" + id + "/ftop-tasks").body()) {
            here.put(task.path("catalogId").asText(), task.path("status").asText());
        }
        there.forEach((catalogId, tasks) -> {
            if (tasks.size() > 1) {
                verdict.duplicates().add("%s has %s %d times".formatted(id, catalogId, tasks.size()));
            }
        });
        if (status.equals("COMPLETED")) {
            checkCompleted(conversation, here, there, verdict);
        }
        compare(id, here, there, verdict);
    }

    private static void checkCompleted(
            Conversation conversation, Map<String, String> here, Map<String, List<String>> there, Verdict verdict) {
        for (String catalogId : conversation.customer().catalogIds()) {
            if (!here.containsKey(catalogId) || !there.containsKey(catalogId)) {
                verdict.lost().add("%s has no task %s".formatted(conversation.id(), catalogId));
            } else if (!here.get(catalogId).equals(Customer.closedAs(catalogId))) {
                verdict.wrong().add("%s has %s as %s".formatted(conversation.id(), catalogId, here.get(catalogId)));
            }
        }
    }

    /** Whatever the outcome of the conversation, both sides agree on it, and no task is open. */
    private static void compare(String id, Map<String, String> here, Map<String, List<String>> there, Verdict verdict) {
        var all = new TreeSet<>(here.keySet());
        all.addAll(there.keySet());
        for (String catalogId : all) {
            String ours = here.get(catalogId);
            String theirs = there.getOrDefault(catalogId, List.of("absent")).get(0);
            if (!theirs.equals(ours) || OPEN.equals(ours)) {
                verdict.wrong().add("%s has %s as %s here and %s there".formatted(id, catalogId, ours, theirs));
            }
        }
    }
}
