package org.acmconversation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.acmconversation.ftop.simulator.Fault;
import org.acmconversation.ftop.simulator.FtopSimulator;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A node gets SIGTERM during a request and during jobs that wait for a slow FTOP. */
@Tag("faults")
abstract class Shutdown {

    private static final int ROWS_BEFORE = 30;
    private static final int ROWS = 60;

    @TempDir
    Path directory;

    void assertGracefulShutdown(String jdbcUrl, String user) throws IOException, SQLException {
        Path logs = Files.createDirectories(Path.of("target", "faults"));
        try (var ftop = FtopSimulator.start();
                var node = new Node("ending", logs, settings(ftop, jdbcUrl, user))) {
            ftop.faults().chance(Fault.SLOW_AFTER_WORK, 1).slowness(Duration.ofSeconds(2));
            node.start();
            var before = new Import(node);
            before.writeRows(0, ROWS_BEFORE);
            assertAccepted(before.end(), ROWS_BEFORE);
            eventually("a job waits for FTOP").until(() -> ftop.requests() > 0);

            var meanwhile = new Import(node);
            eventually("its request is under way").until(meanwhile::isUnderWay);
            node.terminate();
            eventually("it takes no requests any more").until(node::isClosed);
            meanwhile.writeRows(ROWS_BEFORE, ROWS);
            assertAccepted(meanwhile.end(), ROWS - ROWS_BEFORE);
            eventually("it ends").until(node::hasEnded);
            assertThat(lockedJobs(jdbcUrl, user))
                    .as("jobs that nobody works on")
                    .isZero();
            assertThat(ftop.tasks()).as("tasks so far").hasSizeLessThan(ROWS);

            ftop.faults().clear();
            node.start();
            eventually("FTOP has all tasks").until(() -> ftop.tasks().size() == ROWS);
            assertThat(ftop.tasks())
                    .allSatisfy(task -> assertThat(task.duplicates()).isZero());
        }
    }

    private static void assertAccepted(CompletableFuture<HttpResponse<String>> imported, int rows) {
        assertThat(imported).succeedsWithin(Duration.ofSeconds(30)).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"accepted\":" + rows, "\"rejected\":[]");
        });
    }

    private static List<String> settings(FtopSimulator ftop, String jdbcUrl, String user) {
        return List.of(
                "--spring.profiles.active=local",
                // By default it can take a minute until a retry is found.
                "--camunda.bpm.job-execution.wait-time-in-millis=100",
                "--camunda.bpm.job-execution.max-wait=500",
                "--spring.datasource.url=" + jdbcUrl,
                "--spring.datasource.username=" + user,
                "--acm.ftop.adapter=http",
                "--acm.ftop.http.base-url=" + ftop.baseUrl(),
                "--acm.ftop.http.token-uri=" + ftop.tokenUri(),
                "--acm.ftop.http.client-id=" + FtopSimulator.CLIENT_ID,
                "--acm.ftop.http.client-secret=" + FtopSimulator.CLIENT_SECRET);
    }

    private static long lockedJobs(String jdbcUrl, String user) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl, user, "");
                var jobs = connection
                        .createStatement()
                        .executeQuery("select count(*) from act_ru_job where lock_owner_ is not null")) {
            jobs.next();
            return jobs.getLong(1);
        }
    }

    private static ConditionFactory eventually(String what) {
        return Awaitility.await(what).atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(100));
    }

    /** A request that continues while rows are sent. */
    private static class Import {

        private static final String HEADER = "externalId,customerName,tenantId,segment,licenses,services,initiatives,"
                + "kickoffHeld,benefitUnderstood,resourcesClear,inEnterpriseAdoptionProgram\n";

        private final PipedOutputStream rows = new PipedOutputStream();
        private final AtomicBoolean underWay = new AtomicBoolean();
        private final CompletableFuture<HttpResponse<String>> answer;

        Import(Node node) throws IOException {
            var body = new PipedInputStream(rows, 64 * 1024);
            write(HEADER);
            var request = HttpRequest.newBuilder(node.uri("/api/engagements/import"))
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("crm:crm".getBytes()))
                    .header("Content-Type", "text/csv")
                    .expectContinue(true)
                    .POST(BodyPublishers.ofInputStream(() -> {
                        underWay.set(true);
                        return body;
                    }))
                    .build();
            answer = HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofString());
        }

        /** Whether the service has sent 100 Continue. */
        boolean isUnderWay() {
            return underWay.get();
        }

        void writeRows(int from, int to) throws IOException {
            for (int row = from; row < to; row++) {
                write("CRM-%d,Contoso,,CORPORATE,500,EXCHANGE,RFA,true,true,true,false\n".formatted(row));
            }
        }

        private void write(String text) throws IOException {
            rows.write(text.getBytes(StandardCharsets.UTF_8));
        }

        CompletableFuture<HttpResponse<String>> end() throws IOException {
            rows.close();
            return answer;
        }
    }
}
