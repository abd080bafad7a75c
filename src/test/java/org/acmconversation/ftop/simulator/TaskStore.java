package org.acmconversation.ftop.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.acmconversation.ftop.FtopKey;
import org.acmconversation.ftop.FtopTaskStatus;

/** Stores the simulated FTOP's tasks. With a file, to which each change is appended, they survive a restart. */
class TaskStore {

    private final NavigableMap<FtopKey, TaskHistory> histories = new TreeMap<>();
    private final Path file;
    private int references;

    /** @param file null to store tasks in memory only */
    TaskStore(Path file) {
        if (file != null && Files.exists(file)) {
            replay(file);
        }
        this.file = file;
    }

    /** A line of the file. */
    private record Change(String key, FtopTaskStatus status, String name, String reason, boolean ignoreKeys) {}

    /** @param created whether the task is new */
    record Created(SimulatedTask task, boolean created) {}

    synchronized Created create(FtopKey key, String name, boolean ignoreKeys) {
        int before = tasks(key).size();
        apply(new Change(key.toString(), FtopTaskStatus.OPEN, name, null, ignoreKeys));
        List<SimulatedTask> tasks = tasks(key);
        boolean created = tasks.size() > before;
        return new Created(created ? tasks.get(before) : tasks.get(0), created);
    }

    /** @return the task; empty if there is none and the status is not CANCELED */
    synchronized Optional<SimulatedTask> close(FtopKey key, FtopTaskStatus status, String reason) {
        if (tasks(key).isEmpty() && status != FtopTaskStatus.CANCELED) {
            return Optional.empty();
        }
        int closed = toClose(tasks(key));
        apply(new Change(key.toString(), status, null, reason, false));
        return Optional.of(tasks(key).get(closed));
    }

    synchronized List<SimulatedTask> find(Collection<FtopKey> keys) {
        return keys.stream()
                .distinct()
                .sorted()
                .flatMap(key -> tasks(key).stream())
                .toList();
    }

    synchronized List<SimulatedTask> page(FtopKey after, boolean onlyOpen, int limit) {
        var rest = after == null ? histories : histories.tailMap(after, false);
        return rest.values().stream()
                .flatMap(history -> history.tasks().stream())
                .filter(task -> !onlyOpen || task.status() == FtopTaskStatus.OPEN)
                .limit(limit)
                .toList();
    }

    synchronized List<TaskHistory> histories() {
        return List.copyOf(histories.values());
    }

    /** Loses a task, until the file is loaded again. */
    synchronized void forget(FtopKey key) {
        histories.remove(key);
    }

    private void apply(Change change) {
        FtopKey key = FtopKey.parse(change.key());
        TaskHistory history = histories.getOrDefault(key, new TaskHistory(key, 0, 0, List.of()));
        List<SimulatedTask> tasks = new ArrayList<>(history.tasks());
        boolean creates = change.status() == FtopTaskStatus.OPEN;
        if (tasks.isEmpty() || creates && change.ignoreKeys()) {
            String reference = "FTOP-%06d".formatted(++references);
            tasks.add(new SimulatedTask(key, reference, change.status(), change.name(), change.reason()));
        } else if (!creates) {
            SimulatedTask task = tasks.get(toClose(tasks));
            if (task.status() == FtopTaskStatus.OPEN) {
                tasks.set(toClose(tasks), task.closed(change.status(), change.reason()));
            }
        }
        histories.put(
                key,
                new TaskHistory(
                        key,
                        history.creates() + (creates ? 1 : 0),
                        history.closes() + (creates ? 0 : 1),
                        List.copyOf(tasks)));
        append(change);
    }

    private List<SimulatedTask> tasks(FtopKey key) {
        TaskHistory history = histories.get(key);
        return history == null ? List.of() : history.tasks();
    }

    /** Of several tasks, closes the first open one; duplicates stay open, since nobody knows of them. */
    private static int toClose(List<SimulatedTask> tasks) {
        for (int index = 0; index < tasks.size(); index++) {
            if (tasks.get(index).status() == FtopTaskStatus.OPEN) {
                return index;
            }
        }
        return 0;
    }

    private void append(Change change) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(
                    file,
                    "\n" + Reply.JSON.writeValueAsString(change),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void replay(Path from) {
        try {
            for (String line : Files.readAllLines(from)) {
                replay(line);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void replay(String line) {
        try {
            if (!line.isEmpty()) {
                apply(Reply.JSON.readValue(line, Change.class));
            }
        } catch (JsonProcessingException torn) {
            // A change that was not written completely was never acknowledged.
        }
    }
}
