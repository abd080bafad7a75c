package org.acmconversation.ftop;

import java.util.List;
import java.util.NoSuchElementException;

/** The FTOP catalog, which analysts maintain as decision tables. */
public interface FtopCatalog {

    /** Returns the current rows, starting with the conversation's own task. */
    List<CatalogTask> tasks();

    /** Returns the number of rows that cannot be parsed and are skipped. */
    int unreadableRows();

    /** @throws NoSuchElementException if there is no such row */
    default CatalogTask task(String catalogId) {
        return tasks().stream()
                .filter(task -> task.catalogId().equals(catalogId))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("The FTOP catalog has no row " + catalogId));
    }
}
