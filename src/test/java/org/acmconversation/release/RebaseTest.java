package org.acmconversation.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A draft whose base is no longer active: its changes come along, and those of the others stay. */
class RebaseTest {

    private static final Map<String, String> BEFORE =
            Map.of("a.bpmn", "a", "b.bpmn", "b", "c.form", "c", "d.form", "d", "e.dmn", "e");

    private static ModelSet set(Map<String, String> files) {
        return new ModelSet(files.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, file -> file.getValue().getBytes(StandardCharsets.UTF_8))));
    }

    private static Map<String, String> texts(ModelSet set) {
        return set.files().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, file -> new String(file.getValue(), StandardCharsets.UTF_8)));
    }

    @Test
    void changesOfBothAreKept() {
        Map<String, String> active =
                Map.of("a.bpmn", "a", "b.bpmn", "theirs", "c.form", "c", "e.dmn", "e", "f.dmn", "f");
        Map<String, String> draft = Map.of("a.bpmn", "mine", "b.bpmn", "b", "d.form", "d", "e.dmn", "e", "g.form", "g");

        var rebase = new Rebase(set(BEFORE), set(active), set(draft));

        assertThat(texts(rebase.set()))
                .isEqualTo(Map.of("a.bpmn", "mine", "b.bpmn", "theirs", "e.dmn", "e", "f.dmn", "f", "g.form", "g"));
        assertThat(new Rebase(set(BEFORE), set(active), rebase.set()).overtaken())
                .isEmpty();
    }

    @Test
    void reportsFilesChangedOnBothSides() {
        Map<String, String> active = Map.of("a.bpmn", "theirs", "b.bpmn", "same", "d.form", "theirs", "e.dmn", "e");
        Map<String, String> draft = Map.of("a.bpmn", "mine", "b.bpmn", "same", "c.form", "mine", "e.dmn", "mine");

        var rebase = new Rebase(set(BEFORE), set(active), set(draft));

        assertThat(texts(rebase.set()))
                .isEqualTo(Map.of("a.bpmn", "mine", "b.bpmn", "same", "c.form", "mine", "e.dmn", "mine"));
        assertThat(new Rebase(set(BEFORE), set(active), rebase.set()).overtaken())
                .containsExactly("a.bpmn", "c.form", "d.form");
    }
}
