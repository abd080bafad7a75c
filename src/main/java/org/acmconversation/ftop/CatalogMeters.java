package org.acmconversation.ftop;

import org.acmconversation.operations.Snapshots;
import org.springframework.stereotype.Component;

/** How many rows of the catalog nobody can use, which no engagement tells. */
@Component
class CatalogMeters {

    CatalogMeters(FtopCatalog catalog, Snapshots snapshots) {
        snapshots
                .of(catalog::unreadableRows)
                .gauge(
                        "acm.ftop.catalog.unreadable",
                        "Rows of the FTOP catalog in use that cannot be read",
                        Integer::doubleValue);
    }
}
