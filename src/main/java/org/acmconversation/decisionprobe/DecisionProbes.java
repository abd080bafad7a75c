package org.acmconversation.decisionprobe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.acmconversation.decisionprobe.DecisionEngine.ReadDecision;
import org.acmconversation.decisionprobe.DecisionEngine.UndecidedException;
import org.acmconversation.decisionprobe.DecisionTable.Input;
import org.acmconversation.engine.feel.FeelExpressions;
import org.acmconversation.engine.feel.PastDecisionInputs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Probes the decision tables of a model set, and compares its results with those of another set. */
@Service
public class DecisionProbes {

    private static final String TYPE = ".dmn";

    /** Maximum number of past decisions that are evaluated for each table. */
    private static final int MAX_DECISIONS = 5_000;

    private static final int MAX_EXAMPLES = 10;

    private final DecisionEngine engine;
    private final PastDecisionInputs history;
    private final FeelExpressions feel = new FeelExpressions();

    DecisionProbes(DecisionEngine engine, PastDecisionInputs history) {
        this.engine = engine;
        this.history = history;
    }

    /** Whether a file has decisions, by its name. */
    public static boolean isDecisionFile(String path) {
        return path.endsWith(TYPE);
    }

    /**
     * Finds gaps, overlaps, rows that never match, and unknown values.
     *
     * @param files files that have passed the check for deployments, by path; other files than decisions are ignored
     */
    public List<DecisionFinding> probe(Map<String, byte[]> files) {
        List<DecisionFinding> findings = new ArrayList<>();
        new TreeMap<>(files).forEach((path, content) -> {
            if (isDecisionFile(path)) {
                engine.read(content).forEach(decision -> findings.addAll(new TableProbe(path, decision, feel).run()));
            }
        });
        return findings;
    }

    /**
     * Evaluates the last decisions in the history again, with both versions of each table in a changed file.
     *
     * @param before files in use
     * @param after files to be used; for both see {@link #probe}
     * @return for each table in a changed file that has a history
     */
    public List<BackTest> backTest(Map<String, byte[]> before, Map<String, byte[]> after) {
        Map<String, ReadDecision> old = decisions(before);
        List<BackTest> tests = new ArrayList<>();
        decisions(changed(before, after)).forEach((id, decision) -> {
            ReadDecision previous = old.get(id);
            if (previous != null) {
                backTest(id, previous, decision).ifPresent(tests::add);
            }
        });
        return tests;
    }

    private static Map<String, byte[]> changed(Map<String, byte[]> before, Map<String, byte[]> after) {
        Map<String, byte[]> changed = new TreeMap<>(after);
        changed.entrySet().removeIf(file -> Arrays.equals(file.getValue(), before.get(file.getKey())));
        return changed;
    }

    private Map<String, ReadDecision> decisions(Map<String, byte[]> files) {
        Map<String, ReadDecision> decisions = new TreeMap<>();
        files.forEach((path, content) -> {
            if (isDecisionFile(path)) {
                engine.read(content)
                        .forEach(decision -> decisions.put(decision.table().id(), decision));
            }
        });
        return decisions;
    }

    private Optional<BackTest> backTest(String id, ReadDecision before, ReadDecision after) {
        int evaluated = 0;
        int different = 0;
        List<String> examples = new ArrayList<>();
        for (Map<String, @Nullable Object> inputs : history.last(id, MAX_DECISIONS)) {
            Map<String, @Nullable Object> variables = new LinkedHashMap<>();
            Map<String, @Nullable Object> labeled = new LinkedHashMap<>();
            for (Input input : before.table().inputs()) {
                if (inputs.containsKey(input.id())) {
                    variables.put(input.expression(), inputs.get(input.id()));
                    labeled.put(input.label(), inputs.get(input.id()));
                }
            }
            if (hasAll(before, variables) && hasAll(after, variables)) {
                evaluated++;
                String decided = outcome(before, variables);
                String wouldBe = outcome(after, variables);
                if (!decided.equals(wouldBe)) {
                    different++;
                    String example = ProbeMessages.worded("different", ProbeMessages.inputs(labeled), decided, wouldBe);
                    if (examples.size() < MAX_EXAMPLES && !examples.contains(example)) {
                        examples.add(example);
                    }
                }
            }
        }
        return evaluated == 0 ? Optional.empty() : Optional.of(new BackTest(id, evaluated, different, examples));
    }

    /** The history has no value for a new or computed input column. */
    private static boolean hasAll(ReadDecision decision, Map<String, @Nullable Object> variables) {
        return decision.table().inputs().stream().allMatch(input -> variables.containsKey(input.expression()));
    }

    private static String outcome(ReadDecision decision, Map<String, @Nullable Object> variables) {
        try {
            return ProbeMessages.outputs(decision.evaluate(variables));
        } catch (UndecidedException e) {
            return ProbeMessages.worded("undecided");
        }
    }
}
