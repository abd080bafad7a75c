package org.acmconversation.release;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Rebases a draft, file by file: applies its author's changes to a new base. */
class Rebase {

    private final Map<String, byte[]> before;
    private final Map<String, byte[]> base;
    private final Map<String, byte[]> draft;

    /**
     * @param before base of the draft when its author began
     * @param base release that became active meanwhile
     */
    Rebase(ModelSet before, ModelSet base, ModelSet draft) {
        this.before = before.files();
        this.base = base.files();
        this.draft = draft.files();
    }

    ModelSet set() {
        Map<String, byte[]> files = new TreeMap<>(base);
        draft.forEach((path, content) -> {
            if (!isSame(content, before.get(path))) {
                files.put(path, content);
            }
        });
        before.keySet().stream().filter(path -> !draft.containsKey(path)).forEach(files::remove);
        return new ModelSet(files);
    }

    /** Returns the files that both the draft and the new base have changed differently. */
    List<String> overtaken() {
        var paths = new TreeSet<>(base.keySet());
        paths.addAll(draft.keySet());
        return paths.stream()
                .filter(path -> !isSame(base.get(path), before.get(path)) && !isSame(base.get(path), draft.get(path)))
                .toList();
    }

    private static boolean isSame(byte @Nullable [] one, byte @Nullable [] other) {
        return Arrays.equals(one, other);
    }
}
