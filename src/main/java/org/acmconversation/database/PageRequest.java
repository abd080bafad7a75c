package org.acmconversation.database;

/**
 * The page of a list that a caller asks for.
 *
 * @param page number of the page, from 0
 * @param size items on a page
 */
public record PageRequest(int page, int size) {

    /** Returns how many items the pages before this one have. */
    public long offset() {
        return (long) page * size;
    }
}
