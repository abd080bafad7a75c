package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.CSV;
import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/engagements/import}: format and transfer of the file. */
abstract class ImportFileContract extends ImportTest {

    @Test
    void acceptsByteOrderMarkAndWindowsLineBreaks() {
        var file = new ImportFile();
        file.accepted("a").accepted("b");
        String text = "\ufeff" + file.toString().replace("\n", "\r\n");

        assertReport(imported(text.getBytes(StandardCharsets.UTF_8)), 2, 0);
    }

    @Test
    void lastRowNeedsNoLineBreak() {
        var file = new ImportFile();
        file.accepted("a");

        assertReport(imported(file.toString().trim().getBytes(StandardCharsets.UTF_8)), 1, 0);
    }

    @Test
    void acceptsColumnsInAnyOrder() {
        var file = new ImportFile();
        String[] columns = ImportFile.HEADER.split(",");
        columns[0] = "customerName";
        columns[1] = "externalId";
        String text = String.join(",", columns) + "\nContoso," + file.externalId("a")
                + ",,SMB,5,EDGE,RFA,false,true,true,false\n";

        assertReport(imported(text.getBytes(StandardCharsets.UTF_8)), 1, 0);
        assertThat(engagement(file, "a").at("/customer/name").asText()).isEqualTo("Contoso");
    }

    @Test
    void acceptsCountryAndTimeZone() {
        var file = new ImportFile();
        file.accepted("a").accepted("b").accepted("c").accepted("d");
        String text = file.toString()
                .replace(ImportFile.HEADER, ImportFile.HEADER + ",country,timeZone")
                .replaceFirst("false\n", "false, MX ,America/Mexico_City\n")
                .replaceFirst("false\n", "false,,\n")
                .replaceFirst("false\n", "false,Mexico,\n")
                .replaceFirst("false\n$", "false,,CET+1\n");

        assertReport(imported(text.getBytes(StandardCharsets.UTF_8)), 2, 0, "4 country", "5 timeZone");
        assertThat(engagement(file, "a").path("country").asText()).isEqualTo("MX");
        assertThat(engagement(file, "a").path("timeZone").asText()).isEqualTo("America/Mexico_City");
        assertThat(engagement(file, "b").path("country").asText()).isEqualTo("ES");
    }

    @Test
    void quotedFieldsMayContainCommasQuotesAndLineBreaks() {
        var file = new ImportFile();
        file.row("\"" + file.externalId("a") + "\",\"Contoso, \"\"the\"\" best\r\nof\nall\",\"\",\"SMB\",\"5\","
                        + "\"EDGE|EXCHANGE\",\"RFA\",\"false\",\"true\",\"true\",\"false\"")
                .row("bad")
                .accepted("b");

        assertReport(imported(file), 2, 0, "5 row");
        assertThat(engagement(file, "a").at("/customer/name").asText()).isEqualTo("Contoso, \"the\" best\r\nof\nall");
    }

    @Test
    void skipsButCountsEmptyLines() {
        var file = new ImportFile();
        file.accepted("a").row("").row("").row("bad").accepted("b");

        assertReport(imported(file), 2, 0, "5 row");
    }

    @Test
    void rejectsOnlyTheRowWithInvalidUtf8() {
        var file = new ImportFile();
        file.accepted("a")
                .row(file.externalId("bad") + ",Compañía,,SMB,5,EDGE,RFA,false,true,true,false")
                .accepted("b");

        assertReport(imported(file.toString().getBytes(StandardCharsets.ISO_8859_1)), 2, 0, "3 customerName");
    }

    @Test
    void acceptsAReplacementCharacter() {
        var file = new ImportFile();
        file.row(file.externalId("a") + ",Compa\ufffdía,,SMB,5,EDGE,RFA,false,true,true,false");

        assertReport(imported(file), 1, 0);
        assertThat(engagement(file, "a").at("/customer/name").asText()).isEqualTo("Compa\ufffdía");
    }

    @Test
    void skipsRowsOfCommas() {
        var file = new ImportFile();
        file.accepted("a").row(",,,,,,,,,,").row(",").row(" , ,").accepted("b");

        assertReport(imported(file), 2, 0);
    }

    @Test
    void rejectsOnlyTheRowWithTextAfterAClosingQuote() {
        var file = new ImportFile();
        file.accepted("a")
                .row(file.externalId("bad") + ",\"Contoso\" SA,,SMB,5,EDGE,RFA,false,true,true,false")
                .accepted("b");

        Answer report = imported(file);

        assertReport(report, 2, 0, "3 row");
        assertThat(report.json().at("/rejected/0/message").asText()).isEqualTo("has text after a closing quote");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\""})
    void rejectsOnlyTheRowThatIsTooLong(String quote) {
        var file = new ImportFile();
        String name = quote + "x".repeat(66_000) + quote;
        file.accepted("a")
                .row(file.externalId("bad") + "," + name + ",,SMB,5,EDGE,RFA,false,true,true,false")
                .accepted("b");

        Answer report = imported(file);

        assertReport(report, 2, 0, "3 row");
        assertThat(report.json().at("/rejected/0/message").asText()).isEqualTo("is longer than 65536 characters");
    }

    @Test
    void rejectsOnlyTheRowWithANullCharacter() {
        var file = new ImportFile();
        file.accepted("a")
                .row(file.externalId("bad") + ",Con\u0000toso,,SMB,5,EDGE,RFA,false,true,true,false")
                .accepted("b");

        assertReport(imported(file), 2, 0, "3 customerName");
    }

    @Test
    void anUnclosedQuoteRejectsOnlyItsLine() {
        var file = new ImportFile();
        file.accepted("a").row(file.externalId("bad") + ",\"Contoso,,SMB,5,EDGE,RFA,false,true,true,false");
        file.accepted("b");

        assertReport(imported(file), 2, 0, "3 row");
    }

    @Test
    void anUnclosedQuoteInALargeFileRejectsOnlyItsLine() {
        var file = new ImportFile();
        file.accepted("a").row("").row("bad\",\"two\nlines\"");
        file.row(file.externalId("open") + ",\"Contoso,,SMB,5,EDGE,RFA,false,true,true,false");
        for (int i = 0; i < 700; i++) {
            file.accepted(i);
        }

        assertReport(imported(file), 701, 0, "4 row", "6 row");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "externalId,customerName",
                "externalId;customerName;tenantId;segment;licenses;services;initiatives;kickoffHeld;x;y;z",
                ImportFile.HEADER + ",extra",
                ImportFile.HEADER + ",country,country",
                "id" + ImportFile.HEADER,
                "\"never closed"
            })
    void rejectsAWrongHeader(String header) {
        var file = new ImportFile();
        file.accepted("a");
        String text = file.toString().replace(ImportFile.HEADER, header);

        refused(() -> imported(text.getBytes(StandardCharsets.UTF_8))).assertInvalid("header");
    }

    @Test
    void rejectsAnEmptyFile() {
        refused(() -> imported(new byte[0])).assertInvalid("header");
    }

    @Test
    void acceptsAFileWithOnlyTheHeader() {
        assertReport(imported(new ImportFile()), 0, 0);
    }

    @Test
    void acceptsAFileWithoutContentLength() {
        var file = new ImportFile();
        file.accepted("a");

        assertReport(crm().sendChunked("POST", ENGAGEMENTS + "/import", CSV, file.bytes()), 1, 0);
    }

    @Test
    void rejectsALargeFileBeforeItIsSent() {
        refused(() -> RawRequest.to(crm()).send("""
                        POST /api/engagements/import HTTP/1.1
                        Content-Type: text/csv
                        Content-Length: 1000000000
                        Expect: 100-continue
                        """, "")).assertProblem(413, "body-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=x"})
    void acceptsOnlyCsv(String contentType) {
        var file = new ImportFile();
        file.accepted("a");

        refused(() -> crm().send("POST", ENGAGEMENTS + "/import", contentType, file.bytes()))
                .assertProblem(415, "unsupported-media-type");
    }
}
