package org.acmconversation.portfolio;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.acmconversation.database.IndexScans;
import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.engine.task.TaskHistory;
import org.acmconversation.portfolio.PortfolioChanges.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts changes: subtracts the previous values of their engagements and adds the current ones. A row lock in the
 * database ensures that one node at a time does it.
 */
@Component
public class PortfolioCount {

    private static final Logger log = LoggerFactory.getLogger(PortfolioCount.class);

    private static final int CHANGES_AT_ONCE = 1000;
    private static final int ROWS_AT_ONCE = 1000;
    private static final int COUNTS_IN_MEMORY = 50_000;
    private static final int MAX_REBUILD_SECONDS = 3600;

    private final JdbcClient jdbc;
    private final PortfolioChanges changes;
    private final PortfolioRows rows;
    private final PortfolioFigures figures;
    private final TaskHistory history;
    private final IndexScans scans;
    private final TransactionTemplate count;
    private final TransactionTemplate rebuild;
    private final RetryTemplate retries = RetryTemplate.builder()
            .maxAttempts(50)
            .fixedBackoff(200)
            .retryOn(ConcurrencyFailureException.class)
            .build();

    PortfolioCount(
            JdbcClient jdbc,
            PortfolioChanges changes,
            PortfolioRows rows,
            PortfolioFigures figures,
            TaskHistory history,
            IndexScans scans,
            PlatformTransactionManager transactionManager,
            TaskScheduler scheduler,
            PortfolioProperties properties) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.rows = rows;
        this.figures = figures;
        this.history = history;
        this.scans = scans;
        this.count = snapshot(transactionManager);
        this.rebuild = snapshot(transactionManager);
        this.rebuild.setTimeout(MAX_REBUILD_SECONDS);
        // The row lock ends with its node; the lock of shared work would block other nodes for minutes after that.
        var unused = scheduler.scheduleAtFixedRate(
                this::countIfAny, Instant.now().plus(properties.countInterval()), properties.countInterval());
    }

    /** A snapshot, so that figures and counted rows agree; changes that commit meanwhile are counted afterwards. */
    private static TransactionTemplate snapshot(PlatformTransactionManager transactionManager) {
        var template = new TransactionTemplate(transactionManager);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return template;
    }

    /** The result of a rebuild. */
    public record Rebuilt(long engagements, long tasks) {}

    private void countIfAny() {
        if (changes.any()) {
            countAll();
        }
    }

    /** Counts all pending changes, unless another node is doing so. */
    public void countAll() {
        boolean isMore = true;
        while (isMore) {
            isMore = retries.execute(attempt -> count.execute(status -> tryLock("COUNT") && countSome()));
        }
    }

    /** @return whether there may be more */
    private boolean countSome() {
        List<Change> some = changes.first(CHANGES_AT_ONCE);
        if (some.isEmpty()) {
            return false;
        }
        Set<UUID> ids = some.stream().map(Change::engagementId).collect(Collectors.toSet());
        Map<UUID, Map<String, CountedTask>> tasks = new HashMap<>();
        rows.tasks(ids).forEach(task -> put(tasks, task));
        var counts = new Counts();
        rows.counted(ids).forEach(engagement -> counts.subtract(engagement, of(tasks, engagement)));
        Map<String, CountedTask> changed = new HashMap<>();
        for (Change change : some) {
            if (change.task() != null) {
                put(tasks, change.task());
                changed.put(change.task().taskId(), change.task());
            }
        }
        List<CountedEngagement> current = rows.current(ids);
        current.forEach(engagement -> counts.add(engagement, of(tasks, engagement)));
        rows.replaceEngagements(ids);
        // Other processes may use UUIDs as business keys, too.
        Set<UUID> known = current.stream().map(CountedEngagement::id).collect(Collectors.toSet());
        changed.values().removeIf(task -> !known.contains(task.engagementId()));
        rows.save(changed.values());
        figures.add(counts);
        changes.delete(some);
        return some.size() == CHANGES_AT_ONCE;
    }

    private static void put(Map<UUID, Map<String, CountedTask>> tasks, CountedTask task) {
        tasks.computeIfAbsent(task.engagementId(), id -> new HashMap<>()).put(task.taskId(), task);
    }

    private static Collection<CountedTask> of(Map<UUID, Map<String, CountedTask>> tasks, CountedEngagement engagement) {
        return tasks.getOrDefault(engagement.id(), Map.of()).values();
    }

    /**
     * Recounts everything from the engagements and the engine's history. Tasks that are no longer in the history keep
     * their counts. Until it commits, readers see the old figures.
     *
     * @throws RebuildRunningException if a node is already rebuilding them
     */
    public Rebuilt rebuild() {
        return retries.execute(attempt -> rebuild.execute(status -> rebuildAlone()));
    }

    private Rebuilt rebuildAlone() {
        if (!tryLock("REBUILD")) {
            throw new RebuildRunningException();
        }
        if (!tryLock("COUNT")) {
            throw new CannotAcquireLockException("A node is counting changes, which takes a moment");
        }
        // The tables may have been empty when the statements were planned, and grow now.
        scans.avoidTableScans();
        // Fails if another node has counted some of them since the snapshot was taken, and is then retried.
        changes.deleteAll();
        rows.replaceEngagements();
        long tasks = saveHistory();
        figures.deleteAll();
        long engagements = countFromRows();
        log.info("The portfolio was rebuilt from {} engagements and {} tasks", engagements, tasks);
        return new Rebuilt(engagements, tasks);
    }

    /** Tries to lock this kind of work until the transaction ends; false if another node holds the lock. */
    private boolean tryLock(String work) {
        return jdbc.sql("select name from portfolio_lock where name = :work for update skip locked")
                .param("work", work)
                .query(String.class)
                .optional()
                .isPresent();
    }

    private long saveHistory() {
        var batch = new Batch<CountedTask>(rows::save);
        history.forEach(task -> BusinessKey.engagementId(task.businessKey())
                .ifPresent(engagementId -> batch.add(new CountedTask(
                        task.taskId(),
                        engagementId,
                        task.processId(),
                        task.activityId(),
                        task.candidateGroups(),
                        task.createdAt(),
                        task.dueAt(),
                        task.closedAt(),
                        task.completed()))));
        return batch.end();
    }

    private long countFromRows() {
        var counts = new Counts[] {new Counts()};
        var batch = new Batch<CountedEngagement>(engagements -> {
            Map<UUID, Map<String, CountedTask>> tasks = new HashMap<>();
            rows.tasks(engagements.stream().map(CountedEngagement::id).toList()).forEach(task -> put(tasks, task));
            engagements.forEach(engagement -> counts[0].add(engagement, of(tasks, engagement)));
            if (counts[0].size() > COUNTS_IN_MEMORY) {
                figures.add(counts[0]);
                counts[0] = new Counts();
            }
        });
        rows.forEachEngagement(batch::add);
        long engagements = batch.end();
        figures.add(counts[0]);
        return engagements;
    }

    /** Passes on items in batches of a thousand. */
    private static class Batch<T> {

        private final Consumer<List<T>> consumer;
        private List<T> items = new ArrayList<>();
        private long number;

        Batch(Consumer<List<T>> consumer) {
            this.consumer = consumer;
        }

        void add(T item) {
            items.add(item);
            number++;
            if (items.size() == ROWS_AT_ONCE) {
                consumer.accept(items);
                items = new ArrayList<>();
            }
        }

        /** @return the number of items */
        long end() {
            if (!items.isEmpty()) {
                consumer.accept(items);
            }
            return number;
        }
    }
}
