package org.acmconversation.engagement.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An Excel workbook. Rows that do not fit on one sheet continue on the next. */
class XlsxSpreadsheet implements Spreadsheet {

    private static final int ROWS_OF_A_SHEET = 1_048_576;
    private static final int ROWS_IN_MEMORY = 500;
    private static final String TIME = "yyyy-mm-dd hh:mm";

    private final Workbook workbook;
    private Worksheet sheet;
    private int sheets;
    private int rows;

    XlsxSpreadsheet(OutputStream out) {
        workbook = new Workbook(out, "ACM", "1.0");
        addSheet();
    }

    private void addSheet() {
        sheets++;
        rows = 0;
        sheet = workbook.newWorksheet("Engagements " + sheets);
    }

    @Override
    public void row(List<Object> cells) throws IOException {
        if (rows == ROWS_OF_A_SHEET) {
            sheet.finish();
            addSheet();
        }
        for (int column = 0; column < cells.size(); column++) {
            set(column, cells.get(column));
        }
        rows++;
        if (rows % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    /** Strings are written inline, because shared strings would all be kept in memory. */
    private void set(int column, Object cell) {
        if (cell instanceof Number number) {
            sheet.value(rows, column, number);
        } else if (cell instanceof LocalDateTime time) {
            sheet.value(rows, column, time);
            sheet.style(rows, column).format(TIME).set();
        } else if (cell != null) {
            sheet.inlineString(rows, column, Spreadsheet.harmless(cell.toString()));
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
