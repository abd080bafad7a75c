package org.acmconversation.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.acmconversation.model.ModelFiles;
import org.acmconversation.release.Change.Kind;

/** Compares two model sets, in the words of analysts. */
class Comparison {

    private final ModelSet before;
    private final ModelSet after;

    Comparison(ModelSet before, ModelSet after) {
        this.before = before;
        this.after = after;
    }

    /** Returns all files of both sets. */
    List<FileChange> files() {
        var paths = new TreeSet<>(before.files().keySet());
        paths.addAll(after.files().keySet());
        return paths.stream().map(path -> new FileChange(path, change(path))).toList();
    }

    private FileChange.State change(String path) {
        byte[] old = before.files().get(path);
        byte[] now = after.files().get(path);
        if (old == null) {
            return FileChange.State.ADDED;
        }
        if (now == null) {
            return FileChange.State.REMOVED;
        }
        return Arrays.equals(old, now) ? FileChange.State.SAME : FileChange.State.CHANGED;
    }

    /** Returns what changed in the files that differ; moves in drawings last. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (FileChange file : files()) {
            if (file.change() == FileChange.State.CHANGED) {
                changes.addAll(inFile(file.path()));
            } else if (file.change() != FileChange.State.SAME) {
                changes.add(ofFile(file));
            }
        }
        return changes.stream()
                .sorted((one, other) -> Boolean.compare(one.kind() == Kind.MOVED, other.kind() == Kind.MOVED))
                .toList();
    }

    private static Change ofFile(FileChange file) {
        boolean isNew = file.change() == FileChange.State.ADDED;
        return new Change(
                file.path(),
                "",
                "",
                isNew ? Kind.ADDED : Kind.REMOVED,
                Changes.text(isNew ? "change.added.file" : "change.removed.file", Changes.quoted(file.path())));
    }

    private List<Change> inFile(String path) {
        ModelFiles old = parsed(before, path);
        ModelFiles now = parsed(after, path);
        List<Change> changes = new ArrayList<>();
        changes.addAll(compare(old.bpmn(), now.bpmn(), (one, other) -> ProcessChanges.between(path, one, other)));
        changes.addAll(compare(old.dmn(), now.dmn(), (one, other) -> DecisionChanges.between(path, one, other)));
        changes.addAll(compare(
                old.forms(), now.forms(), (one, other) -> FormChanges.between(path, one.content(), other.content())));
        if (changes.isEmpty()) {
            String text = ModelSet.isScenario(path) ? "change.changed.scenario" : "change.changed.file";
            changes.add(new Change(path, "", "", Kind.CHANGED, Changes.text(text, Changes.quoted(path))));
        }
        return changes;
    }

    private static <T> List<Change> compare(List<T> before, List<T> after, BiFunction<T, T, List<Change>> comparison) {
        return before.size() == 1 && after.size() == 1 ? comparison.apply(before.get(0), after.get(0)) : List.of();
    }

    private static ModelFiles parsed(ModelSet set, String path) {
        byte[] content = set.models().get(path);
        return ModelFiles.parsed(content == null ? Map.of() : Map.of(path, content));
    }
}
