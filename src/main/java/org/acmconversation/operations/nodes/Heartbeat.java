package org.acmconversation.operations.nodes;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * A node's entry in the register, from its start to its end. What the last heartbeat found is kept, so that a probe
 * need not write: a full disk shows in what is written, not in what is read.
 */
class Heartbeat implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    private static final Duration LAST_ONE = Duration.ofSeconds(10);

    private final Node node;
    private final Set<String> mayDiffer;
    private final boolean alone;
    private final NodeRegister register;
    private final Runnable alsoRequired;
    private final ScheduledExecutorService thread;
    private volatile Outcome last;

    /** @param problem a sentence, or null if all is well */
    record Outcome(long nanoTime, String problem, boolean isWritten) {

        static Outcome well() {
            return new Outcome(System.nanoTime(), null, true);
        }

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - nanoTime);
        }
    }

    /**
     * Joins the others.
     *
     * @param alone whether no other node can be there
     * @param alsoRequired throws what else keeps the database from being written to
     * @throws DifferentSettingsException if a live node has other settings
     */
    Heartbeat(Node node, Set<String> mayDiffer, boolean alone, NodeRegister register, Runnable alsoRequired) {
        this.node = node;
        this.mayDiffer = mayDiffer;
        this.alone = alone;
        this.register = register;
        this.alsoRequired = alsoRequired;
        register.join(node, mayDiffer, alone);
        last = Outcome.well();
        // A thread of its own: those of the scheduler may all be at work that waits for the database.
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            var named = new Thread(work, "node-heartbeat");
            named.setDaemon(true);
            return named;
        });
        long pause = node.heartbeat().toMillis();
        thread.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** What the last heartbeat found. */
    Outcome last() {
        return last;
    }

    /** How long nothing may be heard of a heartbeat. */
    Duration life() {
        return node.life();
    }

    void beat() {
        Outcome before = last;
        last = outcome();
        if (last.problem() != null && !last.problem().equals(before.problem())) {
            log.warn("This node takes no requests: {}", last.problem());
        } else if (last.problem() == null && before.problem() != null) {
            log.info("This node takes requests again: its heartbeat was written");
        }
    }

    private Outcome outcome() {
        try {
            if (!register.beat(node)) {
                log.warn("This node was away for more than {} s and joins the others again", life().toSeconds());
                register.join(node, mayDiffer, alone);
            }
            alsoRequired.run();
            return Outcome.well();
        } catch (DifferentSettingsException e) {
            return new Outcome(System.nanoTime(), e.getMessage(), true);
        } catch (RuntimeException e) {
            return new Outcome(System.nanoTime(), tell(e), false);
        } catch (Error e) {
            // The scheduler would never call again, without a word.
            log.error("The heartbeat failed as nobody expected", e);
            return new Outcome(System.nanoTime(), tell(e), false);
        }
    }

    private static String tell(Throwable failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        String state = cause instanceof SQLException e && e.getSQLState() != null ? e.getSQLState() : "";
        return switch (state) {
            case "53100", "58030", "90028", "90031" ->
                "The database's disk is full or fails: free space on the database's computer (SQLSTATE %s)"
                        .formatted(state);
            case "25006", "90097" ->
                ("The database takes no changes: let spring.datasource.url lead to the primary, or see why the database"
                                + " is read-only (SQLSTATE %s)")
                        .formatted(state);
            case "42501", "90096" ->
                ("The user of spring.datasource.username may not write to the table node: let one node start with"
                                + " spring.flyway.user, which grants it (SQLSTATE %s)")
                        .formatted(state);
            default ->
                "The heartbeat cannot be written to the database: see that it is there and takes changes (%s%s)"
                        .formatted(
                                cause.getClass().getSimpleName(),
                                state.isEmpty() ? "" : ", SQLSTATE " + state.toUpperCase(Locale.ROOT));
        };
    }

    /** Takes the node out, unless the database is away. */
    @Override
    public void close() {
        // Without an interruption, at which an embedded database would close its file.
        thread.shutdown();
        try {
            boolean ended = thread.awaitTermination(LAST_ONE.toSeconds(), TimeUnit.SECONDS);
            if (ended && last.isWritten()) {
                register.leave(node);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.debug("The node's row stays until others forget it", e);
        }
    }
}
