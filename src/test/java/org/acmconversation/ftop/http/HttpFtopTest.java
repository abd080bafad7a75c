package org.acmconversation.ftop.http;

import static org.acmconversation.ftop.http.FtopClient.TASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.acmconversation.ftop.CatalogTask;
import org.acmconversation.ftop.FastTrackRole;
import org.acmconversation.ftop.Ftop;
import org.acmconversation.ftop.FtopKey;
import org.acmconversation.ftop.FtopRecord;
import org.acmconversation.ftop.FtopRefusedException;
import org.acmconversation.ftop.FtopTaskStatus;
import org.acmconversation.ftop.FtopUnavailableException;
import org.acmconversation.ftop.simulator.Fault;
import org.acmconversation.ftop.simulator.FtopSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The adapter with a working FTOP, including repeated calls. */
class HttpFtopTest {

    private final FtopSimulator simulator = FtopSimulator.start();
    private final FtopKey key = FtopClient.key();
    private Ftop ftop;

    @BeforeEach
    void connect() {
        ftop = new FtopClient(simulator).build();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void quietNodesDoNotCallFtop() {
        var exchanges = new AtomicInteger();
        simulator.observe((request, reply) -> exchanges.incrementAndGet());
        Ftop quiet = new FtopClient(simulator).quiet().build();

        assertThatThrownBy(() -> quiet.create(FtopClient.key().engagementId(), TASK))
                .isInstanceOfSatisfying(
                        FtopUnavailableException.class,
                        unavailable -> assertThat(unavailable.wasCalled()).isFalse());
        assertThat(exchanges).hasValue(0);
    }

    @Test
    void repeatedCreationsCreateOneTask() {
        FtopRecord created = create();

        assertThat(created.key()).isEqualTo(key);
        assertThat(created.status()).isEqualTo(FtopTaskStatus.OPEN);
        assertThat(create()).isEqualTo(created);
        assertThat(simulator.task(key).orElseThrow().tasks()).hasSize(1);
        assertThat(simulator.task(key).orElseThrow().tasks().get(0).name()).isEqualTo(TASK.name());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "OPEN")
    void closesATask(FtopTaskStatus status) {
        FtopRecord created = create();

        FtopRecord closed = ftop.close(key, status, "El cliente no la quiere");

        assertThat(closed).isEqualTo(new FtopRecord(key, created.reference(), status));
        assertThat(ftop.close(key, status, null)).isEqualTo(closed);
        assertThat(create()).isEqualTo(closed);
        assertThat(simulator.task(key).orElseThrow().tasks().get(0).reason()).isEqualTo("El cliente no la quiere");
    }

    @Test
    void closedTasksKeepTheirStatus() {
        create();
        FtopRecord completed = ftop.close(key, FtopTaskStatus.COMPLETED, null);

        assertThat(ftop.close(key, FtopTaskStatus.CANCELED, "Retirada")).isEqualTo(completed);
    }

    @Test
    void createsNoTaskForACanceledKey() {
        assertThat(ftop.close(key, FtopTaskStatus.CANCELED, null).status()).isEqualTo(FtopTaskStatus.CANCELED);

        assertThat(create().status()).isEqualTo(FtopTaskStatus.CANCELED);
        assertThat(ftop.find(List.of(key))).extracting(FtopRecord::status).containsExactly(FtopTaskStatus.CANCELED);
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "DECLINED"})
    void rejectsCompletingAnUnknownTask(FtopTaskStatus status) {
        assertThatThrownBy(() -> ftop.close(key, status, null))
                .isInstanceOfSatisfying(FtopRefusedException.class, refusal -> {
                    assertThat(refusal.catalogId()).isEqualTo("4047");
                    assertThat(refusal).hasMessageContaining("There is no task");
                });
    }

    @Test
    void reportsFtopsReasonForARefusal() {
        simulator.faults().refuse("4047", "Falta\r\nel contrato\u0000 " + "x".repeat(5_000));

        for (var call : List.<Runnable>of(this::create, () -> ftop.close(key, FtopTaskStatus.CANCELED, null))) {
            assertThatThrownBy(call::run).isInstanceOfSatisfying(FtopRefusedException.class, refusal -> {
                assertThat(refusal.catalogId()).isEqualTo("4047");
                assertThat(refusal.getMessage())
                        .startsWith("Falta el contrato xxx")
                        .hasSize(500);
            });
        }
        assertThat(simulator.tasks()).isEmpty();
    }

    @Test
    void findsTasksByKey() {
        FtopRecord created = create();
        FtopKey unknown = FtopClient.key();

        assertThat(ftop.find(List.of(unknown, key))).containsExactly(created);
        assertThat(ftop.find(List.of(unknown))).isEmpty();
        assertThat(ftop.find(List.of())).isEmpty();
    }

    @Test
    void findsUpToAHundredTasks() {
        List<FtopKey> keys = keys(Ftop.MAX_RECORDS);
        keys.forEach(each -> ftop.create(each.engagementId(), task(each)));

        assertThat(ftop.find(keys)).extracting(FtopRecord::key).containsExactlyElementsOf(keys);
        assertThatThrownBy(() -> ftop.find(keys(Ftop.MAX_RECORDS + 1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pagesCoverAllTasksInOrder() {
        List<FtopKey> keys = keys(7);
        keys.forEach(each -> ftop.create(each.engagementId(), task(each)));

        List<FtopRecord> first = ftop.open(null, 3);
        List<FtopRecord> second = ftop.open(first.get(2).key(), 3);
        List<FtopRecord> third = ftop.open(second.get(2).key(), 3);

        assertThat(first).hasSize(3).extracting(FtopRecord::key).containsExactlyElementsOf(keys.subList(0, 3));
        assertThat(second).extracting(FtopRecord::key).containsExactlyElementsOf(keys.subList(3, 6));
        assertThat(third).extracting(FtopRecord::key).containsExactlyElementsOf(keys.subList(6, 7));
        assertThat(ftop.open(keys.get(6), 3)).isEmpty();
    }

    @Test
    void retriesALostResponseWithoutADuplicate() {
        simulator.faults().next(Fault.DROP_AFTER_WORK);
        assertThatThrownBy(this::create).hasMessage("The connection to FTOP failed or was lost");

        FtopRecord created = create();

        assertThat(simulator.task(key).orElseThrow().creates()).isEqualTo(2);
        assertThat(simulator.task(key).orElseThrow().tasks())
                .extracting("reference")
                .containsExactly(created.reference());
    }

    @Test
    void returnsDuplicates() {
        simulator.faults().ignoreKeys(true);
        FtopRecord first = create();
        FtopRecord second = create();

        assertThat(first.reference()).isNotEqualTo(second.reference());
        assertThat(ftop.find(List.of(key))).containsExactly(first, second);
        assertThat(ftop.open(null, 10)).containsExactly(first, second);
    }

    @Test
    void usesOneTokenForAllUsers() {
        try {
            for (String user : List.of("manager", "admin")) {
                SecurityContextHolder.getContext()
                        .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
                create();
            }
        } finally {
            SecurityContextHolder.clearContext();
        }

        assertThat(simulator.tokensIssued()).isOne();
    }

    @Test
    void acceptsJsonAndProblems() {
        List<String> accepted = new CopyOnWriteArrayList<>();
        simulator.observe((request, reply) -> accepted.add(request.headers().get("accept")));

        create();

        assertThat(accepted).last().isEqualTo("application/json, application/problem+json");
    }

    @Test
    void reusesTheTokenAndReplacesARejectedOne() {
        create();
        create();
        assertThat(simulator.tokensIssued()).isOne();

        simulator.loseTokens();

        assertThat(create().status()).isEqualTo(FtopTaskStatus.OPEN);
        assertThat(simulator.tokensIssued()).isEqualTo(2);
        assertThat(simulator.requests()).isEqualTo(4);
    }

    private FtopRecord create() {
        return ftop.create(key.engagementId(), TASK);
    }

    private static CatalogTask task(FtopKey key) {
        return new CatalogTask(key.catalogId(), "Tarea", false, FastTrackRole.FASTTRACK_ENGINEER, List.of());
    }

    private static List<FtopKey> keys(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> FtopClient.key())
                .sorted()
                .toList();
    }
}
