package org.acmconversation.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/** Runs the scenarios of a model set on its models before they are used. */
@Service
public class Scenarios implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Scenarios.class);

    private static final String FOLDER = "scenarios/";
    private static final String TYPE = ".yaml";

    /** Time limit for all scenarios of a set; those that have not run by then count as failed. */
    private static final Duration TIME_LIMIT = Duration.ofMinutes(5);

    private final ScratchModels scratchModels;

    /** One set at a time, because serving requests has priority. */
    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "scenarios");
        thread.setDaemon(true);
        // Otherwise it would be the context class loader of whichever thread submits first, with which libraries might
        // not find our classes.
        thread.setContextClassLoader(Scenarios.class.getClassLoader());
        return thread;
    });

    private final RehearsalLog rehearsalLog = RehearsalLog.quiet();

    private volatile boolean stopped;

    Scenarios(ScratchModels scratchModels) {
        this.scratchModels = scratchModels;
    }

    /** Scenarios that run in the background. */
    public interface Rehearsal {

        /** Returns the results so far. */
        RehearsalResult result();

        /** Cancels the run; scenarios that have not run count as failed. */
        void cancel();
    }

    /** Whether a file of a model set is a scenario instead of a model. */
    public static boolean isScenario(String path) {
        return path.startsWith(FOLDER) && path.endsWith(TYPE);
    }

    /** Whether a file can be read as a scenario; what is wrong with its steps is said when it runs. */
    public static boolean isReadable(byte[] content) {
        try {
            return PlainYaml.parse(content) instanceof Map;
        } catch (ScenarioException e) {
            log.debug("A file is not YAML", e);
            return false;
        }
    }

    /**
     * Runs all scenarios in the background.
     *
     * @param files models and scenarios by path below {@code processes/}
     * @param changed parts of the models; the result names those among them that no scenario reaches, as far as
     *     scenarios have to: user tasks, branches of gateways, boundary events and rows of decisions
     * @param progress called by the background thread whenever the result has changed; returns false if nobody wants it
     *     any more, which cancels the run; an exception that it throws ends the run without a result
     */
    public Rehearsal start(
            Map<String, byte[]> files, Collection<ModelPart> changed, Predicate<RehearsalResult> progress) {
        Set<ModelPart> wanted = Set.copyOf(changed);
        var rehearsal = new BackgroundRehearsal(progress);
        background.execute(() -> {
            try {
                runOrFail(files, wanted, rehearsal);
            } catch (UnreportedException unreported) {
                log.warn("Scenarios ended, because their result could not be reported", unreported.getCause());
            }
        });
        return rehearsal;
    }

    private void runOrFail(Map<String, byte[]> files, Set<ModelPart> wanted, BackgroundRehearsal rehearsal) {
        try {
            run(files, wanted::contains, rehearsal::isCanceled, rehearsal::tell);
        } catch (UnreportedException unreported) {
            // It says nothing about the models.
            throw unreported;
        } catch (RuntimeException | Error failure) {
            log.error("Scenarios cannot be run", failure);
            rehearsal.tell(failed(files, ScenarioMessages.worded("broken")));
        }
    }

    /**
     * Runs all scenarios, and returns their results and the parts of the models that none of them reaches.
     *
     * @param files models and scenarios by path below {@code processes/}
     */
    public RehearsalResult run(Map<String, byte[]> files) {
        return run(files, part -> true, () -> stopped, result -> {});
    }

    private RehearsalResult run(
            Map<String, byte[]> files,
            Predicate<ModelPart> wanted,
            BooleanSupplier canceled,
            Consumer<RehearsalResult> progress) {
        try (var mark = RehearsalLog.mark()) {
            return runMarked(files, wanted, canceled, progress);
        }
    }

    private RehearsalResult runMarked(
            Map<String, byte[]> files,
            Predicate<ModelPart> wanted,
            BooleanSupplier canceled,
            Consumer<RehearsalResult> progress) {
        progress.accept(RehearsalResult.of(RehearsalResult.State.RUNNING, List.of(), List.of()));
        long end = System.nanoTime() + TIME_LIMIT.toNanos();
        BooleanSupplier isOver = () -> canceled.getAsBoolean() || System.nanoTime() - end > 0;
        RehearsalResult result;
        try (var scratch = open(files, isOver)) {
            List<ScenarioResult> results = new ArrayList<>();
            for (Map.Entry<String, byte[]> file : scenarios(files).entrySet()) {
                results.add(run(file.getKey(), file.getValue(), scratch));
                progress.accept(RehearsalResult.of(RehearsalResult.State.RUNNING, results, List.of()));
            }
            Set<ModelPart> reached = scratch.reached();
            result = RehearsalResult.of(
                    RehearsalResult.State.DONE,
                    results,
                    scratch.choices().stream()
                            .filter(wanted)
                            .filter(part -> !reached.contains(part))
                            .sorted(Comparator.comparing(ModelPart::path).thenComparing(ModelPart::elementId))
                            .toList());
        } catch (ScenarioException refusal) {
            result = failed(files, String.valueOf(refusal.getMessage()));
        }
        progress.accept(result);
        return result;
    }

    private ScratchModels.Scratch open(Map<String, byte[]> files, BooleanSupplier isOver) {
        if (isOver.getAsBoolean()) {
            throw new ScenarioException(ScenarioMessages.worded("canceled"));
        }
        return scratchModels.open(models(files), isOver);
    }

    private static SortedMap<String, byte[]> models(Map<String, byte[]> files) {
        var models = new TreeMap<>(files);
        models.keySet().removeIf(Scenarios::isScenario);
        return models;
    }

    private static SortedMap<String, byte[]> scenarios(Map<String, byte[]> files) {
        var scenarios = new TreeMap<>(files);
        scenarios.keySet().removeIf(path -> !isScenario(path));
        return scenarios;
    }

    private static ScenarioResult run(String path, byte[] content, ScratchModels.Scratch scratch) {
        String name = path;
        try {
            Scenario scenario = ScenarioFile.parse(content);
            name = scenario.name();
            scratch.run(scenario);
            return new ScenarioResult(path, name, true, "");
        } catch (ScenarioException failure) {
            return new ScenarioResult(path, name, false, "%s: %s".formatted(path, failure.getMessage()));
        } catch (RuntimeException | StackOverflowError failure) {
            log.error("Scenario {} cannot be run", path, failure);
            return new ScenarioResult(path, name, false, "%s: %s".formatted(path, ScenarioMessages.worded("broken")));
        }
    }

    private static RehearsalResult failed(Map<String, byte[]> files, String message) {
        return RehearsalResult.of(
                RehearsalResult.State.DONE,
                scenarios(files).keySet().stream()
                        .map(path -> new ScenarioResult(path, path, false, message))
                        .toList(),
                List.of());
    }

    @Override
    public void destroy() {
        stopped = true;
        background.shutdown();
        rehearsalLog.close();
    }

    private class BackgroundRehearsal implements Rehearsal {

        private final Predicate<RehearsalResult> progress;
        private volatile RehearsalResult result = RehearsalResult.WAITING;
        private volatile boolean canceled;

        BackgroundRehearsal(Predicate<RehearsalResult> progress) {
            this.progress = progress;
        }

        @Override
        public RehearsalResult result() {
            return result;
        }

        @Override
        public void cancel() {
            canceled = true;
        }

        boolean isCanceled() {
            return canceled || stopped;
        }

        void tell(RehearsalResult changed) {
            result = changed;
            // What a shutdown interrupts has no result, and nowhere to keep it.
            if (!stopped && !isWanted(changed)) {
                canceled = true;
            }
        }

        private boolean isWanted(RehearsalResult changed) {
            try {
                return progress.test(changed);
            } catch (RuntimeException failure) {
                throw new UnreportedException(failure);
            }
        }
    }

    /** A result could not be reported. */
    private static class UnreportedException extends RuntimeException {

        UnreportedException(RuntimeException cause) {
            super(cause);
        }
    }
}
