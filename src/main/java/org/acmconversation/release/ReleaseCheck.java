package org.acmconversation.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.acmconversation.model.ModelElement;
import org.acmconversation.model.ModelFiles;
import org.acmconversation.model.ModelSetCheck;
import org.acmconversation.release.ReleaseFinding.Severity;
import org.springframework.stereotype.Component;

/** Checks a model set as a whole, and against what runs. */
@Component
class ReleaseCheck {

    private final ModelSetCheck rules;
    private final RunningEngagements running;
    private final ResultCache<List<ReleaseFinding>> known = new ResultCache<>();

    ReleaseCheck(ModelSetCheck rules, RunningEngagements running) {
        this.rules = rules;
        this.running = running;
    }

    /** Returns all findings. Those of the model rules are cached by the content of the set. */
    List<ReleaseFinding> findings(ModelSet set) {
        List<ReleaseFinding> findings = new ArrayList<>(byRules(set));
        findings.addAll(removedProcesses(set));
        return findings;
    }

    private List<ReleaseFinding> byRules(ModelSet set) {
        return known.of(
                set.sha256(),
                () -> rules.check(set.models()).stream()
                        .map(finding -> new ReleaseFinding(
                                finding.file(), finding.elementId(), Severity.ERROR, finding.message()))
                        .toList());
    }

    /** A process with running engagements must stay: starting or calling it would use an old version. */
    private List<ReleaseFinding> removedProcesses(ModelSet set) {
        Map<String, List<String>> gone = new TreeMap<>();
        running.models()
                .forEach(model -> gone.computeIfAbsent(model.process(), process -> new ArrayList<>())
                        .add(model.definitionId()));
        gone.keySet().removeAll(processes(set));
        List<ReleaseFinding> findings = new ArrayList<>();
        gone.forEach((process, definitions) ->
                removedProcess(process, running.countOf(definitions)).ifPresent(findings::add));
        return findings;
    }

    /** Empty if the last one has ended meanwhile. */
    private static Optional<ReleaseFinding> removedProcess(String process, long count) {
        String text = Changes.text(count == 1 ? "finding.vanished.one" : "finding.vanished", process, count);
        return count == 0 ? Optional.empty() : Optional.of(new ReleaseFinding("", process, Severity.ERROR, text));
    }

    private static Collection<String> processes(ModelSet set) {
        Set<String> ids = new HashSet<>();
        ModelFiles.parsed(set.models())
                .inProcesses("process")
                .map(ModelElement::id)
                .forEach(ids::add);
        return ids;
    }
}
