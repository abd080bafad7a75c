package org.acmconversation.operations.nodes;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.acmconversation.outbound.RestoredDatabaseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Keeps a node registered from start to shutdown. The result of the last heartbeat is stored for health probes: only a
 * write reveals a full disk, and a probe should not write.
 */
class Heartbeat implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    private static final Duration LAST_ONE = Duration.ofSeconds(10);

    private static final Set<String> READ_ONLY = Set.of("25006", "90097");

    private final Node node;
    private final Set<String> mayDiffer;
    private final boolean alone;
    private final NodeRegister register;
    private final Runnable alsoRequired;
    private final Runnable renewConnections;
    private final ScheduledExecutorService thread;
    private volatile Outcome last;

    /**
     * The result of a heartbeat.
     *
     * @param problem a sentence, or null if there is none
     * @param isWritten whether the database has the heartbeat
     * @param isElsewhere whether the connections lead to another server than they should: a standby, or a copy
     */
    record Outcome(long nanoTime, @Nullable String problem, boolean isWritten, boolean isElsewhere) {

        static Outcome well() {
            return new Outcome(System.nanoTime(), null, true, false);
        }

        static Outcome written(Exception problem, boolean isElsewhere) {
            return new Outcome(System.nanoTime(), String.valueOf(problem.getMessage()), true, isElsewhere);
        }

        static Outcome failed(Throwable failure) {
            boolean isElsewhere = READ_ONLY.contains(state(NestedExceptionUtils.getMostSpecificCause(failure)));
            return new Outcome(System.nanoTime(), tell(failure), false, isElsewhere);
        }

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - nanoTime);
        }
    }

    /**
     * Registers the node.
     *
     * @param alone whether there can be no other node
     * @param alsoRequired an additional check that throws if the database cannot be written to, or is a copy
     * @param renewConnections closes all connections once they are idle: after a failover, connections to the old
     *     primary would otherwise stay for their whole lifetime
     * @throws DifferentSettingsException if a live node has different settings
     */
    Heartbeat(
            Node node,
            Set<String> mayDiffer,
            boolean alone,
            NodeRegister register,
            Runnable alsoRequired,
            Runnable renewConnections) {
        this.node = node;
        this.mayDiffer = mayDiffer;
        this.alone = alone;
        this.register = register;
        this.alsoRequired = alsoRequired;
        this.renewConnections = renewConnections;
        register.join(node, mayDiffer, alone);
        last = Outcome.well();
        // A separate thread: those of the scheduler may all be waiting for the database.
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            var named = new Thread(work, "node-heartbeat");
            named.setDaemon(true);
            return named;
        });
        long pause = node.heartbeat().toMillis();
        var unused = thread.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Returns the result of the last heartbeat. */
    Outcome last() {
        return last;
    }

    /** Returns the maximum age of a heartbeat. */
    Duration life() {
        return node.life();
    }

    void beat() {
        Outcome before = last;
        last = outcome();
        // Also after any failure, since some connections may lead to another server than the one that just answered.
        boolean isBack = last.problem() == null && before.problem() != null;
        if (last.isElsewhere() || isBack) {
            renew();
        }
        if (last.problem() != null && !last.problem().equals(before.problem())) {
            log.warn("This node is not ready: {}", last.problem());
        } else if (isBack) {
            log.info("This node is ready again: its heartbeat was written");
        }
    }

    private void renew() {
        try {
            renewConnections.run();
        } catch (RuntimeException | Error e) {
            // Otherwise the scheduler would silently stop.
            log.warn("Cannot renew the connections to the database", e);
        }
    }

    private Outcome outcome() {
        try {
            if (!register.beat(node)) {
                log.warn("This node was disconnected for more than {} s and registers again", life().toSeconds());
                register.join(node, mayDiffer, alone);
            }
            alsoRequired.run();
            return Outcome.well();
        } catch (DifferentSettingsException e) {
            return Outcome.written(e, false);
        } catch (RestoredDatabaseException e) {
            return Outcome.written(e, true);
        } catch (RuntimeException e) {
            return Outcome.failed(e);
        } catch (Error e) {
            // Otherwise the scheduler would silently stop.
            log.error("The heartbeat failed unexpectedly", e);
            return Outcome.failed(e);
        }
    }

    private static String state(Throwable cause) {
        return cause instanceof SQLException e && e.getSQLState() != null ? e.getSQLState() : "";
    }

    private static String tell(Throwable failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        String state = state(cause);
        return switch (state) {
            case "53100", "58030", "90028", "90031" ->
                "The database's disk is full or failing: free up space on the database's computer (SQLSTATE %s)"
                        .formatted(state);
            case "25006", "90097" ->
                ("The database is read-only: point spring.datasource.url to the primary, or find out why the database"
                                + " is read-only (SQLSTATE %s)")
                        .formatted(state);
            case "42501", "90096" ->
                ("The user of spring.datasource.username may not write to the table node: start one node with"
                                + " spring.flyway.user, which grants the permission (SQLSTATE %s)")
                        .formatted(state);
            default ->
                "The heartbeat cannot be written: check that the database is running and writable (%s%s)"
                        .formatted(
                                cause.getClass().getSimpleName(),
                                state.isEmpty() ? "" : ", SQLSTATE " + state.toUpperCase(Locale.ROOT));
        };
    }

    /** Unregisters the node, unless the database is down. */
    @Override
    public void close() {
        // Without interrupting the thread, which would make an embedded database close its file.
        thread.shutdown();
        try {
            boolean ended = thread.awaitTermination(LAST_ONE.toSeconds(), TimeUnit.SECONDS);
            if (ended && last.isWritten()) {
                register.leave(node);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.debug("The node's registration stays until it expires", e);
        }
    }
}
