package org.acmconversation.engagement;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Provides the services that an engagement may name. Implemented by the FTOP catalog, which analysts maintain as a
 * decision table.
 */
public interface ServiceCatalog {

    /** Returns the current names, in the catalog's order. */
    Set<String> knownServices();

    /** Returns a sentence that names the services that are not in the catalog, if any. */
    default Optional<String> objectionTo(Collection<String> services) {
        int maxQuoted = 200;
        Set<String> known = knownServices();
        List<String> unknown =
                services.stream().filter(service -> !known.contains(service)).toList();
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        String quoted = String.join(", ", unknown);
        String shown = quoted.codePointCount(0, quoted.length()) > maxQuoted
                ? quoted.substring(0, quoted.offsetByCodePoints(0, maxQuoted)) + "…"
                : quoted;
        return Optional.of("has unknown services (%s); known services: %s".formatted(shown, String.join(", ", known)));
    }
}
