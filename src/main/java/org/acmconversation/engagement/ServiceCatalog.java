package org.acmconversation.engagement;

import java.util.Set;

/**
 * The services that an engagement may name. Answered by the FTOP catalog, which analysts maintain as a decision table.
 */
public interface ServiceCatalog {

    /** The names as they apply now, in the catalog's order. */
    Set<String> knownServices();
}
