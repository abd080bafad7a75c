package org.acmconversation.release.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.acmconversation.release.Change;
import org.acmconversation.release.FileChange;
import org.acmconversation.release.Release;
import org.acmconversation.release.Releases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The two diagrams of each process that changed, with what changed in them. */
@Component
class ReleaseDiagrams {

    private final Releases releases;

    ReleaseDiagrams(Releases releases) {
        this.releases = releases;
    }

    /**
     * A process before and after.
     *
     * @param before address of its model in the base; null if it is new
     * @param after address of its model in the release; null if it was removed
     * @param removed ids of elements that only the base has
     * @param added ids of elements that only the release has
     * @param changed ids of elements that differ
     */
    record DiagramPair(
            String path,
            @Nullable String before,
            @Nullable String after,
            String removed,
            String added,
            String changed) {}

    /** Returns the processes that differ from the base. */
    List<DiagramPair> of(Release release) {
        Long base = release.base();
        if (base == null) {
            return List.of();
        }
        List<Change> changes = releases.changes(release.number());
        return releases.fileChanges(release.number()).stream()
                .filter(file -> file.path().endsWith(".bpmn") && file.change() != FileChange.State.SAME)
                .map(file -> pair(
                        file,
                        address(base, file.path()),
                        address(release.number(), file.path()),
                        changes.stream()
                                .filter(change -> change.path().equals(file.path()))
                                .collect(Collectors.groupingBy(
                                        Change::kind, Collectors.mapping(Change::elementId, Collectors.joining(" "))))))
                .toList();
    }

    private static DiagramPair pair(FileChange file, String before, String after, Map<Change.Kind, String> ids) {
        return new DiagramPair(
                file.path(),
                file.change() == FileChange.State.ADDED ? null : before,
                file.change() == FileChange.State.REMOVED ? null : after,
                ids.getOrDefault(Change.Kind.REMOVED, ""),
                ids.getOrDefault(Change.Kind.ADDED, ""),
                ids.getOrDefault(Change.Kind.CHANGED, ""));
    }

    private static String address(long number, String path) {
        return "/releases/%d/models/%s".formatted(number, path);
    }
}
