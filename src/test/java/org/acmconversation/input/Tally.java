package org.acmconversation.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts responses by status, problem type and invalid field, to show how deep the requests got. */
class Tally {

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Set<String> problems = new TreeSet<>();
    private final Set<String> fields = new TreeSet<>();
    private int sent;
    private int refused;

    void add(Reply reply) {
        sent++;
        refused += reply.refuses() ? 1 : 0;
        statuses.merge(reply.status(), 1, Integer::sum);
        if (reply.status() >= 400) {
            JsonNode problem = reply.json();
            problems.add(problem.path("type").asText().replace("/problems/", ""));
            problem.path("errors")
                    .forEach(error -> fields.add(error.path("field").asText()));
        }
    }

    int sent() {
        return sent;
    }

    double refusedShare() {
        return (double) refused / sent;
    }

    Set<Integer> statuses() {
        return statuses.keySet();
    }

    Set<String> problems() {
        return problems;
    }

    Set<String> fields() {
        return fields;
    }

    @Override
    public String toString() {
        return "%d requests, %d refused, statuses %s".formatted(sent, refused, statuses);
    }
}
