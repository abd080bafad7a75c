package org.acmconversation.release;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.acmconversation.operations.Sha256;

/**
 * All files of {@code processes/} that run together.
 *
 * @param files their content by path below {@code processes/}; neither may be changed
 */
public record ModelSet(SortedMap<String, byte[]> files) {

    /** A set with copies of these entries. */
    public ModelSet(Map<String, byte[]> files) {
        this(Collections.unmodifiableSortedMap(new TreeMap<>(files)));
    }

    /** The files that the engine runs: all but the scenarios. */
    public SortedMap<String, byte[]> models() {
        var models = new TreeMap<>(files);
        models.keySet().removeIf(ModelSet::isScenario);
        return models;
    }

    static boolean isScenario(String path) {
        return path.endsWith(".yaml");
    }

    /** Returns a digest of the paths and contents of all files. */
    public String sha256() {
        var digest = new Sha256();
        files.forEach((path, content) ->
                digest.add("%s %d\n".formatted(path, content.length)).add(content));
        return digest.hex();
    }
}
