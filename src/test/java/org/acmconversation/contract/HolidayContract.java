package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code /api/holidays/{country}/{date}}. */
abstract class HolidayContract extends ContractTest {

    private static final String DAY = "/api/holidays/ES-MD/2027-05-14";

    @AfterEach
    void deleteCompanyDays() {
        database.update("delete from company_day");
        database.update("delete from moving_deadlines");
    }

    private ApiClient admin() {
        return anonymous().as("admin");
    }

    private Answer put(ApiClient client, String path, String body) {
        return client.send("PUT", path, JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void savesReadsListsAndDeletesADayOff() {
        put(admin(), DAY, "{\"name\": \"San Isidro\"}").assertStatus(201);
        Answer saved = put(admin(), DAY, "{\"name\": \"Puente de San Isidro\"}").assertStatus(200);

        assertThat(saved.json())
                .isEqualTo(Requests.object(
                        "{\"country\": \"ES-MD\", \"date\": \"2027-05-14\", \"name\": \"Puente de San Isidro\"}"));
        assertThat(admin().get(DAY).assertStatus(200).json()).isEqualTo(saved.json());
        assertThat(admin().get("/api/holidays/ES-MD").json()).containsExactly(saved.json());
        assertThat(admin().get("/api/holidays/ES").json()).isEmpty();

        admin().send("DELETE", DAY, JSON, new byte[0]).assertStatus(204);
        admin().send("DELETE", DAY, JSON, new byte[0]).assertProblem(404, "holiday-not-found");
        admin().get(DAY).assertProblem(404, "holiday-not-found");
    }

    @Test
    void onlyAdministratorsChangeHolidays() {
        for (String user : new String[] {"manager", "lead", "analyst", "operator", "crm"}) {
            put(anonymous().as(user), DAY, "{\"name\": \"Mine\"}").assertProblem(403, "forbidden");
        }
        assertThat(count("company_day")).isZero();
    }

    @Test
    void rejectsInvalidHolidays() {
        put(admin(), "/api/holidays/XX/2027-05-14", "{\"name\": \"x\"}").assertInvalid("country");
        put(admin(), "/api/holidays/ES-XX/2027-05-14", "{\"name\": \"x\"}").assertInvalid("country");
        for (String day : new String[] {"2027-02-30", "+10000-01-01", "+999999999-12-31", "-0001-01-01", "01.02.27"}) {
            put(admin(), "/api/holidays/ES/" + day, "{\"name\": \"x\"}").assertInvalid("date");
            admin().get("/api/holidays/ES/" + day, "Accept-Language", "de").assertInvalid("date");
        }
        put(admin(), DAY, "{}").assertInvalid("name");
        admin().get("/api/holidays/Spain").assertInvalid("country");
    }
}
