package org.acmconversation.release;

import java.util.List;
import org.acmconversation.model.WholeSetCheck;
import org.acmconversation.probe.DecisionProbes;
import org.springframework.stereotype.Component;

/** Probes the decisions of model sets. A node remembers the last results, since the same set has the same. */
@Component
class DecisionReports {

    private final DecisionProbes probes;
    private final WholeSetCheck check;
    private final ResultCache<DecisionReport> known = new ResultCache<>();

    DecisionReports(DecisionProbes probes, WholeSetCheck check) {
        this.probes = probes;
        this.check = check;
    }

    /** @param base what the set was made from */
    DecisionReport of(ModelSet base, ModelSet set) {
        return known.of(
                base.sha256() + set.sha256(),
                () -> check.isSafe(set.models())
                        ? new DecisionReport(
                                probes.probe(set.models()),
                                check.isSafe(base.models()) ? probes.backTest(base.models(), set.models()) : List.of())
                        : DecisionReport.NONE);
    }
}
