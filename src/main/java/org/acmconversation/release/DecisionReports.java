package org.acmconversation.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acmconversation.model.WholeSetCheck;
import org.acmconversation.probe.DecisionProbes;
import org.springframework.stereotype.Component;

/** Probes the decisions of model sets. A node remembers the last results, since the same set has the same. */
@Component
class DecisionReports {

    private static final int KEPT = 16;

    private final DecisionProbes probes;
    private final WholeSetCheck check;
    private final Map<String, DecisionReport> known = new LinkedHashMap<>(KEPT, 1, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DecisionReport> eldest) {
            return size() > KEPT;
        }
    };

    DecisionReports(DecisionProbes probes, WholeSetCheck check) {
        this.probes = probes;
        this.check = check;
    }

    /** @param base what the set was made from */
    DecisionReport of(ModelSet base, ModelSet set) {
        String key = base.sha256() + set.sha256();
        synchronized (known) {
            DecisionReport remembered = known.get(key);
            if (remembered != null) {
                return remembered;
            }
        }
        DecisionReport report = check.isSafe(set.models())
                ? new DecisionReport(
                        probes.probe(set.models()),
                        check.isSafe(base.models()) ? probes.backTest(base.models(), set.models()) : List.of())
                : DecisionReport.NONE;
        synchronized (known) {
            known.put(key, report);
        }
        return report;
    }
}
