package org.acmconversation.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.acmconversation.decisionprobe.DecisionFinding;
import org.acmconversation.decisionprobe.DecisionProbes;
import org.acmconversation.model.ModelSetCheck;
import org.acmconversation.operations.Sha256;
import org.springframework.stereotype.Component;

/** Probes the decisions of model sets. Each node caches recent results by the content of the set. */
@Component
class DecisionReports {

    private final DecisionProbes probes;
    private final ModelSetCheck check;
    private final ResultCache<DecisionReport> known = new ResultCache<>();
    private final ResultCache<List<DecisionFinding>> knownFindings = new ResultCache<>();

    DecisionReports(DecisionProbes probes, ModelSetCheck check) {
        this.probes = probes;
        this.check = check;
    }

    /** @param base what the set was made from */
    DecisionReport of(ModelSet base, ModelSet set) {
        return known.of(
                base.sha256() + set.sha256(),
                () -> check.isSafe(set.models())
                        ? new DecisionReport(
                                findings(set.models()),
                                check.isSafe(base.models()) ? probes.backTest(base.models(), set.models()) : List.of())
                        : DecisionReport.NONE);
    }

    /** Drafts share most of their files, so the findings are cached for each file. */
    private List<DecisionFinding> findings(Map<String, byte[]> files) {
        List<DecisionFinding> findings = new ArrayList<>();
        files.forEach((path, content) -> {
            if (DecisionProbes.isDecisionFile(path)) {
                findings.addAll(knownFindings.of(
                        path + " " + new Sha256().add(content).hex(), () -> probes.probe(Map.of(path, content))));
            }
        });
        return findings;
    }
}
