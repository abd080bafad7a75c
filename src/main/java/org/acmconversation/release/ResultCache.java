package org.acmconversation.release;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A cache of the latest results that depend only on the content of files. */
class ResultCache<V> {

    private static final int KEPT = 16;

    private final Map<String, V> known = new LinkedHashMap<>(KEPT, 1, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * Returns the cached result, or does the work, without holding a lock.
     *
     * @param key digest of the files, and whatever else the result depends on
     */
    V of(String key, Supplier<V> work) {
        synchronized (known) {
            V remembered = known.get(key);
            if (remembered != null) {
                return remembered;
            }
        }
        V result = work.get();
        synchronized (known) {
            known.put(key, result);
        }
        return result;
    }
}
