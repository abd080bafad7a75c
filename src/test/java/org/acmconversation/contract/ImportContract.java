package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.acmconversation.lanes.Generated;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /api/engagements/import}: results of the rows. */
abstract class ImportContract extends ImportTest {

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
    @Tag("generated")
    void reportsThousandsOfRowsAndIsIdempotent() {
        var file = new ImportFile();
        List<String> rejected = new ArrayList<>();
        int accepted = 0;
        for (int line = 2; line <= Generated.share(10_000) + 1; line++) {
            if (line % 100 == 0) {
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
    void countsKnownExternalIdsAsExisting() {
        var file = new ImportFile();
        file.accepted("a").accepted("a").accepted("b");
        started(Requests.withoutKickoff().put("externalId", file.externalId("b")));

        assertReport(imported(file), 1, 2);
    }

    @Test
    void theFirstRowWithAnExternalIdWins() {
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
    void trimsText() {
        var file = new ImportFile();
        file.row(" " + file.externalId("a") + " , Contoso ,,SMB,500,EXCHANGE,RFA,false,true,true,false")
                .accepted("a");
        ObjectNode same = Requests.withoutKickoff().put("externalId", file.externalId("a") + "\u3000");

        assertReport(imported(file), 1, 1);

        crm().start(same).assertProblem(409, "engagement-exists");
        assertThat(engagement(file, "a").at("/customer/name").asText()).isEqualTo("Contoso");
    }

    @Test
    void acceptsBooleansInAnyCase() {
        var file = new ImportFile();
        file.row(file.externalId("a") + ",Contoso,,SMB,500,EXCHANGE,RFA,FALSE,TRUE,TRUE,FALSE");

        assertReport(imported(file), 1, 0);

        assertThat(engagement(file, "a").get("entryCriteria"))
                .map(JsonNode::asBoolean)
                .containsExactly(false, true, true, false);
    }

    @Test
    void recordsTheSenderAndItsAddress() {
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
                "ID,Contoso,,SMB,5,EDGE,RFA,false,true,true,VRAI; inEnterpriseAdoptionProgram",
                "ID, ​,,SMB,5,EDGE,RFA,false,true,true,false; customerName",
                "ID,Contoso,,SMB,5,EDGE,RFA,false,true,true; row",
                "ID,Contoso,,SMB,5,EDGE,RFA,false,true,true,false,; row",
                "ID; row"
            })
    void rejectsBadRowsIndividually(String row, String field) {
        var file = new ImportFile();
        file.accepted("a").row(row.replace("ID", file.externalId("bad"))).accepted("b");

        assertReport(imported(file), 2, 0, "3 " + field);
    }
}
