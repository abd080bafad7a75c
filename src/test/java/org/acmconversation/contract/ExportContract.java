package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.acmconversation.engagement.EngagementFilter;
import org.acmconversation.engagement.EngagementList;
import org.acmconversation.engagement.EngagementQuery.Sort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** {@code GET /api/engagements.csv} and {@code .xlsx}. */
abstract class ExportContract extends ContractTest {

    private static final String CSV = ENGAGEMENTS + ".csv";
    private static final String XLSX = ENGAGEMENTS + ".xlsx";

    /** Part of a test's external ids, so that it finds only its own engagements. */
    private final String mark = UUID.randomUUID().toString();

    @TempDir
    Path directory;

    @Autowired
    EngagementList list;

    @Test
    void csvHasTheRowsAndOrderOfTheList() {
        String id = started(engagement("Peña, \"S.A.\"\n2 líneas 😀"));
        started(engagement("Fabrikam"));

        List<NamedCsvRecord> rows = rows("q=" + mark + "&sort=customerName,desc");

        assertThat(rows)
                .extracting(row -> row.getField("customerName"))
                .containsExactly("Peña, \"S.A.\"\n2 líneas 😀", "Fabrikam");
        NamedCsvRecord row = rows.get(0);
        assertThat(row.getField("id")).isEqualTo(id);
        assertThat(row.getField("status")).isEqualTo("RUNNING");
        assertThat(row.getField("services")).isEqualTo("EXCHANGE|ONEDRIVE_FOR_BUSINESS");
        assertThat(row.getField("licenses")).isEqualTo("25000");
        assertThat(row.getField("kickoffHeld")).isEqualTo("false");
        assertThat(row.getField("currentActivities")).isEqualTo("Completar las entradas clave");
        assertThat(row.getField("dueAt")).isNotEmpty();
        assertThat(row.getField("endedAt")).isEmpty();
        assertThat(row.getField("country")).isEqualTo("ES");
        assertThat(row.getField("timeZone")).isEqualTo("Europe/Madrid");
    }

    /** The engine keeps each command in memory until the surrounding transaction ends. */
    @Test
    void runsNoCommandOfTheEnginePerEngagement() {
        started(engagement("Contoso"));
        started(engagement("Fabrikam"));
        list.forEach(EngagementFilter.NONE, Sort.startedAt, false, engagement -> {});

        List<Integer> kept = new ArrayList<>();
        list.forEach(
                EngagementFilter.NONE,
                Sort.startedAt,
                false,
                engagement -> kept.add(
                        TransactionSynchronizationManager.getSynchronizations().size()));

        assertThat(kept).hasSizeGreaterThan(1).containsOnly(0);
    }

    @Test
    void appliesTheFiltersOfTheList() {
        started(engagement("one"));
        String ended = started(engagement("two"));
        manager().withdraw(ended, "Not now").assertStatus(200);

        assertThat(rows("status=WITHDRAWN&q=" + mark))
                .extracting(row -> row.getField("id"))
                .containsExactly(ended);
        assertThat(rows("owner=nobody&q=" + mark)).isEmpty();
    }

    /** The list on the page uses the browser's time zone, too. */
    @Test
    void timesAreInTheTimeZoneOfTheBrowser() {
        Instant startedAt =
                Instant.parse(read(started(engagement("one"))).path("startedAt").asText());

        assertThat(exported("Pacific/Kiritimati")).contains(hour(startedAt, "Pacific/Kiritimati"));
        assertThat(exported("Etc/Nowhere")).contains(hour(startedAt, "Europe/Madrid"));
    }

    private static String hour(Instant instant, String zone) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:")
                .withZone(ZoneId.of(zone))
                .format(instant);
    }

    private String exported(String zoneOfBrowser) {
        return manager()
                .get(CSV + "?q=" + mark, "Cookie", "ACM-TIME-ZONE=" + zoneOfBrowser)
                .assertStatus(200)
                .body()
                .replace('T', ' ');
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+1", "-1", "@SUM(A1)"})
    void escapesFormulasInNames(String name) {
        started(engagement(name));

        assertThat(rows("q=" + mark).get(0).getField("customerName")).isEqualTo("'" + name);
        assertThat(sheet("q=" + mark)).contains("<t>&apos;" + name + "</t>").doesNotContain("<f>");
    }

    @Test
    void exportsManyPagesWithoutDuplicates() {
        database.update(
                "insert into engagement (id, external_id, customer_name, segment, licenses, services, initiatives,"
                        + " kickoff_held, benefit_understood, resources_clear, in_enterprise_adoption_program, status,"
                        + " started_at, search_key)"
                        + " select %s, ? || x, 'Contoso', 'SMB', 1, services, initiatives, true, true, true,"
                                .formatted(randomUuid())
                        + " false, 'WITHDRAWN', current_timestamp, ?"
                        + " from engagement cross join %s where id = ?".formatted(series(1201)),
                mark,
                mark,
                UUID.fromString(started(engagement("one"))));

        List<NamedCsvRecord> rows = rows("status=WITHDRAWN&q=" + mark);

        assertThat(rows).hasSize(1201);
        assertThat(rows).extracting(row -> row.getField("id")).doesNotHaveDuplicates();
        assertThat(sheet("status=WITHDRAWN&q=" + mark))
                .contains("<row r=\"1202\"")
                .doesNotContain("<row r=\"1203\"");
        database.update("delete from engagement where status = 'WITHDRAWN' and search_key = ?", mark);
    }

    @Test
    void workbookHasNumbersAndTimes() {
        started(engagement("Peña <b> & Söhne"));

        assertThat(sheet("q=" + mark))
                .contains("<t>Pe&#xf1;a &lt;b&gt; &amp; S&#xf6;hne</t>")
                .containsPattern("<c r=\"E2\"[^>]*><v>25000</v>")
                .containsPattern("<c r=\"O2\" s=\"[1-9]\\d*\"[^>]*><v>\\d+\\.\\d+</v>");
    }

    @Test
    void bothFormatsAreAttachments() {
        Answer csv = manager().get(CSV + "?q=" + mark).assertStatus(200);

        assertThat(csv.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"engagements.csv\"");
        assertThat(manager().get(XLSX + "?q=" + mark).header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"engagements.xlsx\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, XLSX})
    void namesInvalidParameters(String path) {
        manager().get(path + "?status=DONE&due=LATER").assertInvalid("status", "due");
        manager().get(path + "?sort=customer&q=%00").assertInvalid("sort", "q");
        manager().get(path + "?q=one&status=RUNNING&q=two").assertInvalid("q");
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyst", "operator"})
    void requiresPermissionToReadEngagements(String account) {
        anonymous().as(account).get(CSV).assertProblem(403, "forbidden");
        anonymous().as(account).get(XLSX).assertProblem(403, "forbidden");
    }

    /** SQL of a random UUID. */
    abstract String randomUuid();

    /** SQL of a table with numbers from 1 to a number in its column {@code x}. */
    abstract String series(int last);

    private ObjectNode engagement(String name) {
        ObjectNode request = Requests.withoutKickoff();
        request.put("externalId", mark + "-" + UUID.randomUUID().toString().substring(0, 8));
        request.withObject("/customer").put("name", name);
        return request;
    }

    private List<NamedCsvRecord> rows(String query) {
        String csv = manager().get(CSV + "?" + query).assertStatus(200).body();
        assertThat(csv).startsWith("\uFEFFexternalId,customerName,").endsWith("\r\n");
        return CsvReader.builder().ofNamedCsvRecord(csv.substring(1)).stream().toList();
    }

    private String sheet(String query) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s?%s".formatted(port, XLSX, query)))
                .header("Authorization", manager().authorization())
                .build();
        try {
            // Read through the archive's directory, as spreadsheet applications do.
            HttpResponse<Path> response =
                    HttpClient.newHttpClient().send(request, BodyHandlers.ofFile(directory.resolve("list.xlsx")));
            assertThat(response.statusCode()).isEqualTo(200);
            try (var workbook = new ZipFile(response.body().toFile());
                    InputStream sheet = workbook.getInputStream(workbook.getEntry("xl/worksheets/sheet1.xml"))) {
                return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new AssertionError("The workbook cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the workbook", e);
        }
    }
}
