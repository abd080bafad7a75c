package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Our pages show people by their names, with the user id as a title. */
abstract class PeopleNamesContract extends ContractTest {

    private WebSession lead() {
        var session = new WebSession(port);
        session.logIn("lead");
        return session;
    }

    private String openTaskOf(String person, String engagement) {
        String task =
                awaitTask(engagement, "completeEntryCriteria").path("taskId").asText();
        database.update("update ACT_RU_TASK set ASSIGNEE_ = ? where ID_ = ?", person, task);
        return read(engagement).path("externalId").asText();
    }

    @Test
    void listsAndPagesOfEngagementsShowTheNamesOfAssignees() {
        String id = started(Requests.withoutKickoff());
        String externalId = openTaskOf("manager", id);

        assertThat(lead().open("/engagements?q=" + externalId).body())
                .contains("<span title=\"manager\">manager local</span>");
        assertThat(lead().open("/engagements/" + id).body())
                .contains("<span title=\"manager\">La tiene manager local</span>");
    }

    @Test
    void unknownNamesFallBackToTheUserId() {
        String gone = "gone-" + UUID.randomUUID();
        String externalId = openTaskOf(gone, started(Requests.withoutKickoff()));

        assertThat(lead().open("/engagements?q=" + externalId).body())
                .contains("<span title=\"%1$s\">%1$s</span>".formatted(gone));
    }

    @Test
    void theServiceHasANameToo() {
        var analyst = new WebSession(port);
        analyst.logIn("analyst");

        assertThat(analyst.open("/releases/1").body())
                .contains("por el sistema, ")
                .doesNotContain("por system");
    }

    @Test
    void aPageAfterTheLastOneLeadsBack() {
        assertThat(lead().open("/engagements?page=5000").body())
                .contains("No hay tantas páginas.", "rel=\"prev\"")
                .doesNotContain("page=4999", "Ningún caso");
    }
}
