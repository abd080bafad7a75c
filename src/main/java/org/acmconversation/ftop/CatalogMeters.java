package org.acmconversation.ftop;

import org.acmconversation.operations.CachedQueries;
import org.springframework.stereotype.Component;

/** Counts catalog rows that cannot be parsed; no engagement shows that they are missing. */
@Component
class CatalogMeters {

    CatalogMeters(FtopCatalog catalog, CachedQueries queries) {
        queries.of(catalog::unreadableRows)
                .gauge(
                        "acm.ftop.catalog.unreadable",
                        "Rows of the current FTOP catalog that cannot be parsed",
                        Integer::doubleValue);
    }
}
