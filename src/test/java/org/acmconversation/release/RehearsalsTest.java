package org.acmconversation.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.acmconversation.contract.OnH2;
import org.acmconversation.database.StoredJson;
import org.acmconversation.database.Transactions;
import org.acmconversation.scenario.RehearsalResult;
import org.acmconversation.scenario.RehearsalResult.State;
import org.acmconversation.scenario.Scenarios;
import org.acmconversation.scenario.Scenarios.Rehearsal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When scenarios of drafts begin and end; other nodes run this code, too. */
@OnH2
class RehearsalsTest {

    private static final String CATALOG = "decisions/ftop-catalog.dmn";

    private static final RehearsalResult SOME = new RehearsalResult(State.RUNNING, 1, 0, List.of(), List.of());
    private static final RehearsalResult ALL = new RehearsalResult(State.DONE, 2, 0, List.of(), List.of());

    private final ReleaseRepository releases;
    private final StoredJson json;
    private final Scenarios scenarios = mock();
    private final Rehearsals rehearsals;
    private final List<Predicate<RehearsalResult>> progress = new ArrayList<>();
    private final List<Rehearsal> begun = new ArrayList<>();

    private Release draft;

    @Autowired
    RehearsalsTest(
            JdbcClient jdbc, ReleaseRepository releases, Transactions transactions, StoredJson json, Clock clock) {
        this.releases = releases;
        this.json = spy(json);
        this.rehearsals = new Rehearsals(jdbc, releases, scenarios, transactions, this.json, clock);
        when(scenarios.start(any(), any(), any())).thenAnswer(call -> {
            Rehearsal rehearsal = mock();
            progress.add(call.getArgument(2));
            begun.add(rehearsal);
            return rehearsal;
        });
    }

    @BeforeEach
    void makeADraft() {
        Release active = releases.active().orElseThrow();
        draft = releases.add(
                releases.files(active.number()),
                active.number(),
                Release.Origin.PERSON,
                "ana",
                null,
                List.of(),
                Release.Jar.UNKNOWN);
    }

    @AfterEach
    void deleteIt() {
        releases.delete(draft.number());
    }

    /** Changes the draft, so that its scenarios have to run again. */
    private void change(String catalog) {
        Map<String, byte[]> files = new TreeMap<>(releases.files(draft.number()).files());
        files.put(CATALOG, catalog.getBytes(StandardCharsets.UTF_8));
        releases.change(draft.number(), new ModelSet(files), List.of());
        draft = releases.find(draft.number()).orElseThrow();
    }

    private String catalog() {
        return new String(releases.files(draft.number()).files().get(CATALOG), StandardCharsets.UTF_8);
    }

    @Test
    void cancelsScenariosOfADeletedDraft() {
        rehearsals.of(draft);
        assertThat(progress.get(0).test(SOME)).isTrue();

        releases.delete(draft.number());

        assertThat(progress.get(0).test(SOME)).isFalse();
    }

    @Test
    void finishingAnOldRunLeavesTheNewOneRunning() {
        String before = catalog();
        rehearsals.of(draft);
        change(before.replace("\"4094\"", "\"5000\""));
        rehearsals.of(draft);
        verify(begun.get(0)).cancel();

        assertThat(progress.get(0).test(ALL)).isFalse();
        rehearsals.cancel(draft.number());

        verify(begun.get(1)).cancel();
    }

    @Test
    void aStoppingNodeReleasesItsScenarios() {
        rehearsals.of(draft);
        progress.get(0).test(SOME);
        assertThat(rehearsals.of(draft)).isEqualTo(SOME);

        rehearsals.destroy();

        verify(begun.get(0)).cancel();
        assertThat(progress.get(0).test(ALL)).isFalse();
        assertThat(rehearsals.of(draft).state()).isEqualTo(State.WAITING);
        verify(scenarios, times(2)).start(any(), any(), any());
    }

    @Test
    void resultsOutliveTheNode() {
        rehearsals.of(draft);
        progress.get(0).test(ALL);

        rehearsals.destroy();

        verify(begun.get(0), never()).cancel();
        assertThat(rehearsals.of(draft)).isEqualTo(ALL);
    }

    @Test
    void forgetsScenariosWhoseResultItCouldNotStore() {
        rehearsals.of(draft);
        doThrow(new DataAccessResourceFailureException("The database is down"))
                .when(json)
                .write(ALL);
        assertThatThrownBy(() -> progress.get(0).test(ALL)).hasMessage("The database is down");

        rehearsals.destroy();

        verify(begun.get(0), never()).cancel();
    }
}
