package org.acmconversation.engagement.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * CSV as in RFC 4180, in UTF-8. It starts with a byte order mark, because Excel would otherwise assume another
 * encoding.
 */
class CsvSpreadsheet implements Spreadsheet {

    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private final CsvWriter csv;

    CsvSpreadsheet(OutputStream out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
    }

    @Override
    public void row(List<Object> cells) {
        csv.writeRecord(cells.stream().map(CsvSpreadsheet::text).toList());
    }

    private static String text(Object cell) {
        return cell == null ? "" : Spreadsheet.harmless(cell.toString());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
