package org.acmconversation.decisionprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.acmconversation.decisionprobe.DecisionFinding.Kind;
import org.acmconversation.decisionprobe.process.NewDecisionEngine;
import org.acmconversation.lanes.Generated;
import org.junit.jupiter.api.Test;

/** Deliberate mistakes in correct tables: the probe finds at least 99 of 100, and reports nothing else. */
class MutatedTablesTest {

    private static final long SEED = Generated.seed();
    private static final int MUTANTS = 500;
    private static final String SEGMENTS = "\"ENTERPRISE\",\"SMB\",\"EDUCATION\"";

    private final DecisionProbes probes = new DecisionProbes(NewDecisionEngine.create(), (decision, most) -> List.of());

    /** @param bounds between the ranges of the first column, in order */
    private record Sound(TableText table, List<Integer> bounds, boolean isFirst) {

        /** Cells of a row: the range between two bounds, whole numbers. */
        static String range(List<Integer> bounds, int at) {
            if (at == 0) {
                return "< " + bounds.get(0);
            }
            return at == bounds.size()
                    ? ">= " + bounds.get(at - 1)
                    : "[%d..%d)".formatted(bounds.get(at - 1), bounds.get(at));
        }
    }

    private enum Mistake {
        ROW_REMOVED(Kind.GAP),
        RANGE_SHORTER(Kind.GAP),
        RANGE_LONGER(Kind.OVERLAP),
        ROW_TWICE(Kind.OVERLAP),
        ROW_AFTER_ALL_OTHERS(Kind.DEAD_RULE),
        EMPTY_RANGE(Kind.DEAD_RULE),
        MISSPELLED_VALUE(Kind.DEAD_RULE);

        private final Kind kind;

        Mistake(Kind kind) {
            this.kind = kind;
        }
    }

    private static Sound sound(Random random, boolean isFirst) {
        List<Integer> bounds = new ArrayList<>();
        int bound = random.nextInt(100) - 50;
        for (int i = 0; i <= random.nextInt(4); i++) {
            bound += 3 + random.nextInt(1_000);
            bounds.add(bound);
        }
        TableText table = new TableText(isFirst ? "FIRST" : "UNIQUE")
                .input("licenses", "Licencias", "integer", "")
                .input("segment", "Segmento", "string", SEGMENTS)
                .input("urgent", "Urgente", "boolean", "");
        for (int at = 0; at <= bounds.size(); at++) {
            String range = Sound.range(bounds, at);
            table.row(range, "\"ENTERPRISE\"", "true", "\"a\"");
            table.row(range, "\"ENTERPRISE\"", "false", "\"b\"");
            table.row(range, "\"SMB\",\"EDUCATION\"", "-", "\"c\"");
        }
        if (isFirst) {
            table.row("-", "-", "-", "\"d\"");
            // Otherwise the preceding rows would match all of its inputs.
            table.rows().remove(random.nextInt(table.rows().size() - 1));
        }
        return new Sound(table, bounds, isFirst);
    }

    private static void make(Mistake mistake, Sound sound, Random random) {
        List<List<String>> rows = sound.table().rows();
        int row = random.nextInt(rows.size() - (sound.isFirst() ? 1 : 0));
        switch (mistake) {
            case ROW_REMOVED -> rows.remove(row);
            case RANGE_SHORTER -> rows.get(row).set(0, shifted(rows.get(row).get(0), 1 + random.nextInt(2)));
            case RANGE_LONGER -> rows.get(row).set(0, shifted(rows.get(row).get(0), -1 - random.nextInt(2)));
            case ROW_TWICE -> rows.add(random.nextInt(rows.size()), new ArrayList<>(rows.get(row)));
            case ROW_AFTER_ALL_OTHERS -> rows.add(new ArrayList<>(rows.get(row)));
            case EMPTY_RANGE -> rows.get(row).set(0, "[%d..%d]".formatted(9 + random.nextInt(9), random.nextInt(9)));
            case MISSPELLED_VALUE -> rows.get(row).set(1, "\"ENTREPRISE\"");
        }
    }

    /** Shortens a range at its lower end, or at its upper end if it has no lower one; extends it if negative. */
    private static String shifted(String range, int by) {
        if (range.startsWith("<")) {
            return "< " + (Integer.parseInt(range.substring(2)) - by);
        }
        if (range.startsWith(">=")) {
            return ">= " + (Integer.parseInt(range.substring(3)) + by);
        }
        String[] ends = range.substring(1, range.length() - 1).split("\\.\\.");
        return "[%d..%s)".formatted(Integer.parseInt(ends[0]) + by, ends[1]);
    }

    @Test
    void findsMistakesAndNothingElse() {
        var random = new Random(SEED);
        List<String> missed = new ArrayList<>();
        List<String> falseAlarms = new ArrayList<>();
        for (int number = 0; number < MUTANTS; number++) {
            Mistake mistake = Mistake.values()[number % Mistake.values().length];
            boolean isFirst =
                    mistake == Mistake.ROW_AFTER_ALL_OTHERS || mistake.kind == Kind.DEAD_RULE && random.nextBoolean();
            Sound sound = sound(random, isFirst);
            if (number % 5 == 0) {
                findings(sound.table()).forEach(finding -> falseAlarms.add(finding.text()));
            }
            make(mistake, sound, random);
            List<DecisionFinding> found = findings(sound.table());
            if (found.stream().noneMatch(finding -> finding.kind() == mistake.kind)) {
                missed.add("%d %s: %s".formatted(number, mistake, sound.table().rows()));
            }
        }
        assertThat(falseAlarms).as("seed %d", SEED).isEmpty();
        assertThat(missed).as("seed %d", SEED).hasSizeLessThanOrEqualTo(MUTANTS / 100);
    }

    private List<DecisionFinding> findings(TableText table) {
        return probes.probe(Map.of("a.dmn", table.bytes()));
    }
}
