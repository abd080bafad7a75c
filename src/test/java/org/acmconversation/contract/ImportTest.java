package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Base class for import tests: sends a file and checks its report. */
abstract class ImportTest extends ContractTest {

    Answer imported(ImportFile file) {
        return imported(file.bytes());
    }

    Answer imported(byte[] csv) {
        return crm().importRows(csv);
    }

    JsonNode engagement(ImportFile file, Object row) {
        return crm().get(ENGAGEMENTS + "?q=" + file.externalId(row)).json().at("/items/0");
    }

    /** @param rejected line and field of each rejection */
    static void assertReport(Answer answer, int accepted, int existing, String... rejected) {
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
