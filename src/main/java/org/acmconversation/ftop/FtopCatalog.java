package org.acmconversation.ftop;

import java.util.List;
import java.util.NoSuchElementException;

/** The FTOP catalog, which analysts maintain as decision tables. */
public interface FtopCatalog {

    /** All rows as they apply now, the conversation's own task first. */
    List<CatalogTask> tasks();

    /** How many rows cannot be read, and so are none of the tasks. */
    int unreadableRows();

    /** @throws NoSuchElementException if the catalog has no such row */
    default CatalogTask task(String catalogId) {
        return tasks().stream()
                .filter(task -> task.catalogId().equals(catalogId))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("The FTOP catalog has no row " + catalogId));
    }
}
