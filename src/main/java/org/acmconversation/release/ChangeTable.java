package org.acmconversation.release;

import java.util.List;

/**
 * A decision or a form before and after, as a table.
 *
 * @param path file
 * @param name what people call it
 * @param columns headings
 */
public record ChangeTable(String path, String name, List<String> columns, List<Row> rows) {

    /** What became of a row. */
    public enum State {
        ADDED,
        REMOVED,
        CHANGED,
        SAME
    }

    /** A row with a cell for each column. */
    public record Row(State state, List<Cell> cells) {}

    /** What a cell had and has; empty where there is none. */
    public record Cell(String before, String after) {

        /** Whether it differs. */
        public boolean isChanged() {
            return !before.equals(after);
        }
    }
}
