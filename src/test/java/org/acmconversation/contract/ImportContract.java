package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.CSV;
import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/engagements/import}. */
abstract class ImportContract extends ContractTest {

    @Test
    void everyRowStartsAnEngagement() {
        var file = new ImportFile();
        file.row(file.externalId("a") + ",Contoso,3f2c,SMB,25000,EXCHANGE|EDGE,RFA|TARGETING,false,true,true,false");

        assertReport(imported(file), 1, 0);

        JsonNode engagement = engagement(file, "a");
        assertThat(engagement.at("/customer/name").asText()).isEqualTo("Contoso");
        assertThat(engagement.at("/customer/tenantId").asText()).isEqualTo("3f2c");
        assertThat(engagement.get("segment").asText()).isEqualTo("SMB");
        assertThat(engagement.get("licenses").asInt()).isEqualTo(25_000);
        assertThat(engagement.get("services")).map(JsonNode::asText).containsExactly("EXCHANGE", "EDGE");
        assertThat(engagement.get("initiatives")).map(JsonNode::asText).containsExactly("RFA", "TARGETING");
        assertThat(engagement.get("entryCriteria")).map(JsonNode::asBoolean).containsExactly(false, true, true, false);
        assertThat(engagement.get("status").asText()).isEqualTo("RUNNING");
        assertThat(read(engagement.get("id").asText()).get("currentActivities")).hasSize(1);
    }

    @Test
    void tenThousandRowsAreReportedExactlyAndTheSameFileAgainChangesNothing() {
        var file = new ImportFile();
        List<String> rejected = new ArrayList<>();
        int accepted = 0;
        for (int line = 2; line <= 10_001; line++) {
            if (line % 1000 == 0) {
                file.row(file.externalId(line) + ",Contoso,,HUGE,0,EXCHANGE,RFA,true,true,true,true");
                rejected.add(line + " licenses");
                rejected.add(line + " segment");
            } else {
                file.row(file.externalId(line) + ",Contoso,,SMB,500,EXCHANGE,RFA,true,true,true,true");
                accepted++;
            }
        }

        Answer first = imported(file);
        Answer again = imported(file);

        assertReport(first, accepted, 0, rejected.toArray(String[]::new));
        assertReport(again, 0, accepted, rejected.toArray(String[]::new));
        assertThat(count("engagement where external_id like ?", file.mark() + "%"))
                .isEqualTo(accepted);
    }

    @Test
    void aRowWhoseExternalIdIsTakenIsCountedAsExisting() {
        var file = new ImportFile();
        file.accepted("a").accepted("a").accepted("b");
        started(Requests.withoutKickoff().put("externalId", file.externalId("b")));

        assertReport(imported(file), 1, 2);
    }

    @Test
    void ofRowsWithOneExternalIdTheFirstCounts() {
        var file = new ImportFile();
        for (int row = 0; row < 20; row++) {
            for (String name : List.of("First", "Second", "Third")) {
                file.row(file.externalId(row) + "," + name + ",,SMB,500,EXCHANGE,RFA,false,true,true,false");
            }
        }

        assertReport(imported(file), 20, 40);

        assertThat(count("engagement where external_id like ? and customer_name = 'First'", file.mark() + "%"))
                .isEqualTo(20);
    }

    @Test
    void rowsAreStartedByWhoSendsTheFileFromTheirAddress() {
        var file = new ImportFile();
        file.accepted("a");

        imported(file);

        String id = engagement(file, "a").get("id").asText();
        assertThat(manager().get(ENGAGEMENTS + "/" + id + "/timeline").json())
                .map(entry -> entry.get("actor").asText())
                .containsOnly("crm");
        JsonNode audit =
                anonymous().as("admin").get("/api/audit?engagementId=" + id).json();
        assertThat(audit.at("/items"))
                .map(entry -> entry.get("action").asText() + " by "
                        + entry.get("actor").asText() + " from "
                        + entry.get("clientAddress").asText())
                .containsExactly("engagement.start by crm from 127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "ID,,,SMB,5,EDGE,RFA,false,true,true,false; customerName",
                ",Contoso,,SMB,5,EDGE,RFA,false,true,true,false; externalId",
                "ID,Contoso,   ,SMB,5,EDGE,RFA,false,true,true,false; tenantId",
                "ID,Contoso,,smb,5,EDGE,RFA,false,true,true,false; segment",
                "ID,Contoso,,SMB,,EDGE,RFA,false,true,true,false; licenses",
                "ID,Contoso,,SMB,0,EDGE,RFA,false,true,true,false; licenses",
                "ID,Contoso,,SMB,10000001,EDGE,RFA,false,true,true,false; licenses",
                "ID,Contoso,,SMB,25000.5,EDGE,RFA,false,true,true,false; licenses",
                "ID,Contoso,,SMB,many,EDGE,RFA,false,true,true,false; licenses",
                "ID,Contoso,,SMB,99999999999999999999,EDGE,RFA,false,true,true,false; licenses",
                "ID,Contoso,,SMB,5,,RFA,false,true,true,false; services",
                "ID,Contoso,,SMB,5,EDGE|EDGE,RFA,false,true,true,false; services",
                "ID,Contoso,,SMB,5,EDGE|,RFA,false,true,true,false; services",
                "ID,Contoso,,SMB,5,LOTUS_NOTES,RFA,false,true,true,false; services",
                "ID,Contoso,,SMB,5,EDGE,,false,true,true,false; initiatives",
                "ID,Contoso,,SMB,5,EDGE,WORLD_PEACE,false,true,true,false; initiatives",
                "ID,Contoso,,SMB,5,EDGE,RFA,,true,true,false; kickoffHeld",
                "ID,Contoso,,SMB,5,EDGE,RFA,false,yes,true,false; benefitUnderstood",
                "ID,Contoso,,SMB,5,EDGE,RFA,false,true,1,false; resourcesClear",
                "ID,Contoso,,SMB,5,EDGE,RFA,false,true,true,TRUE; inEnterpriseAdoptionProgram",
                "ID,Contoso,,SMB,5,EDGE,RFA,false,true,true; row",
                "ID,Contoso,,SMB,5,EDGE,RFA,false,true,true,false,; row",
                "ID; row"
            })
    void aBadRowIsRejectedAloneNamingItsLineAndField(String row, String field) {
        var file = new ImportFile();
        file.accepted("a").row(row.replace("ID", file.externalId("bad"))).accepted("b");

        assertReport(imported(file), 2, 0, "3 " + field);
    }

    @Test
    void aByteOrderMarkAndWindowsLineBreaksAreFine() {
        var file = new ImportFile();
        file.accepted("a").accepted("b");
        String text = "\ufeff" + file.toString().replace("\n", "\r\n");

        assertReport(imported(text.getBytes(StandardCharsets.UTF_8)), 2, 0);
    }

    @Test
    void theLastRowNeedsNoLineBreak() {
        var file = new ImportFile();
        file.accepted("a");

        assertReport(imported(file.toString().trim().getBytes(StandardCharsets.UTF_8)), 1, 0);
    }

    @Test
    void columnsMayStandInAnotherOrder() {
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
    void quotedFieldsKeepCommasQuotesAndLineBreaks() {
        var file = new ImportFile();
        file.row("\"" + file.externalId("a") + "\",\"Contoso, \"\"the\"\" best\r\nof\nall\",\"\",\"SMB\",\"5\","
                        + "\"EDGE|EXCHANGE\",\"RFA\",\"false\",\"true\",\"true\",\"false\"")
                .row("bad")
                .accepted("b");

        assertReport(imported(file), 2, 0, "5 row");
        assertThat(engagement(file, "a").at("/customer/name").asText()).isEqualTo("Contoso, \"the\" best\r\nof\nall");
    }

    @Test
    void emptyLinesAreSkippedAndCounted() {
        var file = new ImportFile();
        file.accepted("a").row("").row("").row("bad").accepted("b");

        assertReport(imported(file), 2, 0, "5 row");
    }

    @Test
    void aRowThatIsNotUtf8IsRejectedAlone() {
        var file = new ImportFile();
        file.accepted("a")
                .row(file.externalId("bad") + ",Compañía,,SMB,5,EDGE,RFA,false,true,true,false")
                .accepted("b");

        assertReport(imported(file.toString().getBytes(StandardCharsets.ISO_8859_1)), 2, 0, "3 customerName");
    }

    @Test
    void aNullCharacterIsRejectedWithItsRowAlone() {
        var file = new ImportFile();
        file.accepted("a")
                .row(file.externalId("bad") + ",Con\u0000toso,,SMB,5,EDGE,RFA,false,true,true,false")
                .accepted("b");

        assertReport(imported(file), 2, 0, "3 customerName");
    }

    @Test
    void aQuoteThatIsNeverClosedIsReportedWithTheLineItStandsOn() {
        var file = new ImportFile();
        file.accepted("a").row(file.externalId("bad") + ",\"Contoso,,SMB,5,EDGE,RFA,false,true,true,false");
        file.accepted("swallowed");

        assertReport(imported(file), 1, 0, "3 row");
    }

    @Test
    void aQuoteThatIsNeverClosedInALargeFileIsReportedWithTheLineItStandsOn() {
        var file = new ImportFile();
        file.accepted("a").row("").row("bad\",\"two\nlines\"");
        file.row(file.externalId("open") + ",\"Contoso,,SMB,5,EDGE,RFA,false,true,true,false");
        for (int i = 0; i < 700; i++) {
            file.accepted(i);
        }

        assertReport(imported(file), 1, 0, "4 row", "6 row");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "externalId,customerName",
                "externalId;customerName;tenantId;segment;licenses;services;initiatives;kickoffHeld;x;y;z",
                ImportFile.HEADER + ",extra",
                "id" + ImportFile.HEADER,
                "\"never closed"
            })
    void anotherHeaderIsRefused(String header) {
        var file = new ImportFile();
        file.accepted("a");
        String text = file.toString().replace(ImportFile.HEADER, header);

        refused(() -> imported(text.getBytes(StandardCharsets.UTF_8))).assertInvalid("header");
    }

    @Test
    void aFileOfNothingIsRefused() {
        refused(() -> imported(new byte[0])).assertInvalid("header");
    }

    @Test
    void aFileOfItsHeaderAloneIsFine() {
        assertReport(imported(new ImportFile()), 0, 0);
    }

    @Test
    void aFileWhoseLengthIsNotAnnouncedIsRead() {
        var file = new ImportFile();
        file.accepted("a");

        assertReport(crm().sendChunked("POST", ENGAGEMENTS + "/import", CSV, file.bytes()), 1, 0);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsSent() {
        refused(() -> RawRequest.to(crm()).send("""
                        POST /api/engagements/import HTTP/1.1
                        Content-Type: text/csv
                        Content-Length: 1000000000
                        Expect: 100-continue
                        """, "")).assertProblem(413, "body-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=x"})
    void onlyCsvIsRead(String contentType) {
        var file = new ImportFile();
        file.accepted("a");

        refused(() -> crm().send("POST", ENGAGEMENTS + "/import", contentType, file.bytes()))
                .assertProblem(415, "unsupported-media-type");
    }

    private Answer imported(ImportFile file) {
        return imported(file.bytes());
    }

    private Answer imported(byte[] csv) {
        return crm().importRows(csv);
    }

    private JsonNode engagement(ImportFile file, Object row) {
        return crm().get(ENGAGEMENTS + "?q=" + file.externalId(row)).json().at("/items/0");
    }

    /** @param rejected line and field of each rejection */
    private static void assertReport(Answer answer, int accepted, int existing, String... rejected) {
        JsonNode report = answer.assertStatus(200).json();
        List<String> rejections = new ArrayList<>();
        report.get("rejected").forEach(rejection -> {
            assertThat(rejection.get("message").asText()).isNotBlank();
            rejections.add(
                    rejection.get("line").asInt() + " " + rejection.get("field").asText());
        });
        assertThat(report.get("accepted").asInt()).as(answer.body()).isEqualTo(accepted);
        assertThat(report.get("existing").asInt()).isEqualTo(existing);
        assertThat(rejections).containsExactly(rejected);
    }
}
