package org.acmconversation.engagement;

import java.util.Set;

/**
 * Provides the services that an engagement may name. Implemented by the FTOP catalog, which analysts maintain as a
 * decision table.
 */
public interface ServiceCatalog {

    /** Returns the current names, in the catalog's order. */
    Set<String> knownServices();
}
