package org.acmconversation.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.acmconversation.operations.SharedWork;
import org.acmconversation.release.Migration.State;
import org.acmconversation.release.MigrationObjection.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** What happens to a migration when one engagement fails. */
class ReleaseMigrationsTest {

    /** One after those that are tried first. */
    private static final String FAILS = "27";

    private final InMemoryMigrations repository = new InMemoryMigrations(40);
    private final RunningEngagements engagements = mock(RunningEngagements.class);
    private final LateEngagements late = mock(LateEngagements.class);
    private final ReleaseMigrations migrations = new ReleaseMigrations(
            repository,
            engagements,
            late,
            new Transactions(),
            mock(SharedWork.class),
            new ReleaseProperties(false, Duration.ofSeconds(2), Path.of("none")));

    /** Keeps states in memory. */
    private static class InMemoryMigrations extends MigrationRepository {

        private final Map<String, String> states = new ConcurrentHashMap<>();
        private final Map<String, String> reasons = new ConcurrentHashMap<>();
        private final ThreadLocal<String> marked = new ThreadLocal<>();
        private boolean isRunning = true;

        InMemoryMigrations(int number) {
            super(mock(), mock(), mock(), Clock.systemUTC());
            IntStream.range(0, number).forEach(id -> states.put(String.valueOf(id), "WAITING"));
        }

        Set<String> in(String state) {
            return states.keySet().stream()
                    .filter(id -> states.get(id).equals(state))
                    .collect(Collectors.toSet());
        }

        @Override
        Optional<Running> running() {
            return Optional.of(new Running(1, "deployment", List.of(), OffsetDateTime.MIN))
                    .filter(migration -> isRunning);
        }

        @Override
        List<String> waiting(long release, int limit) {
            return in("WAITING").stream()
                    .sorted(Comparator.comparing(String::length).thenComparing(id -> id))
                    .limit(limit)
                    .toList();
        }

        @Override
        boolean mark(Running plan, String rootInstanceId) {
            marked.set(rootInstanceId);
            return states.replace(rootInstanceId, "WAITING", "MIGRATED");
        }

        @Override
        void stays(Running plan, String rootInstanceId, String reason, @Nullable String details) {
            reasons.put(rootInstanceId, reason + " / " + details);
            states.replace(rootInstanceId, "WAITING", "FAILED");
        }

        @Override
        void end(Running plan) {
            isRunning = false;
        }

        @Override
        Migration of(long release) {
            return new Migration(State.RUNNING, states.size(), in("MIGRATED").size(), 0, 0, List.of());
        }
    }

    private class Transactions extends AbstractPlatformTransactionManager {

        @Override
        protected Object doGetTransaction() {
            return repository;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            // Nothing is marked yet.
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            // The states are already up to date.
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            repository.states.put(repository.marked.get(), "WAITING");
        }
    }

    private void failsWith(RuntimeException failure) {
        doThrow(failure).when(engagements).migrate(eq(FAILS), anyString(), any());
    }

    @Test
    void unexpectedFailuresAffectOneEngagement() {
        failsWith(new IllegalStateException("unexpected"));

        migrations.resume();

        assertThat(repository.in("FAILED")).containsExactly(FAILS);
        assertThat(repository.in("MIGRATED")).hasSize(39);
        assertThat(repository.reasons.get(FAILS))
                .startsWith("ha fallado algo que no depende de los modelos; migre otra vez")
                .endsWith(" / unexpected");
        assertThat(repository.isRunning).isFalse();
    }

    @Test
    void firstEngagementsWithoutATargetStepDoNotStopTheOthers() {
        for (int id = 0; id < 12; id++) {
            doThrow(new CannotMigrateException(
                            List.of(new MigrationObjection(Kind.NO_PLACE, "«Elegir»")),
                            true,
                            new IllegalStateException("no place")))
                    .when(engagements)
                    .migrate(eq(String.valueOf(id)), anyString(), any());
        }

        migrations.resume();

        assertThat(repository.in("FAILED")).hasSize(12);
        assertThat(repository.in("MIGRATED")).hasSize(28);
    }

    /** Its transaction had read which release is active before the publication committed. */
    @Test
    void engagementsThatBeganDuringThePublicationMoveToo() {
        doAnswer(join -> repository.states.putIfAbsent("late", "WAITING") == null)
                .when(late)
                .join(1);

        migrations.resume();

        assertThat(repository.in("MIGRATED")).hasSize(41).contains("late");
        assertThat(repository.isRunning).isFalse();
    }

    @Test
    void stopsIfEachOfTheFirstBreaks() {
        doThrow(new IllegalStateException("unexpected")).when(engagements).migrate(anyString(), anyString(), any());

        migrations.resume();

        assertThat(repository.in("FAILED")).hasSize(10);
        assertThat(repository.in("WAITING")).hasSize(30);
        assertThat(repository.isRunning).isFalse();
    }

    @Test
    void outagesFailNoEngagement() {
        failsWith(new DataAccessResourceFailureException("The database is down"));

        assertThatThrownBy(migrations::resume).isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(repository.in("FAILED")).isEmpty();
        assertThat(repository.in("WAITING")).contains(FAILS);
        assertThat(repository.isRunning).isTrue();
    }
}
