package org.acmconversation.task;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.acmconversation.absence.Absence;
import org.acmconversation.absence.Absences;
import org.acmconversation.engine.Colleague;
import org.acmconversation.engine.Workloads;
import org.acmconversation.engine.Workloads.Load;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People to choose from when tasks are given to somebody. */
@Component
public class ReceiverList {

    private final Receivers receivers;
    private final Workloads workloads;
    private final Absences absences;
    private final Clock clock;

    ReceiverList(Receivers receivers, Workloads workloads, Absences absences, Clock clock) {
        this.receivers = receivers;
        this.workloads = workloads;
        this.absences = absences;
        this.clock = clock;
    }

    /**
     * Those whom a task can be given to, by name.
     *
     * @param groups of whoever asks
     * @throws UnknownTaskException if there is no such task, or it is not theirs to hand over
     */
    public List<Receiver> of(String taskId, Collection<String> groups) {
        List<Colleague> colleagues = receivers.of(taskId, groups);
        Map<String, Load> loads =
                workloads.of(colleagues.stream().map(Colleague::id).toList(), clock.instant());
        return described(colleagues, loads);
    }

    /** Everybody who works on tasks, by name. */
    public List<Receiver> everybody() {
        return described(absences.colleagues(), workloads.all(clock.instant()));
    }

    /** People who still have tasks and do not work here any more. */
    public List<Receiver> departed() {
        Map<String, Load> loads = workloads.all(clock.instant());
        Set<String> known = absences.colleagues().stream().map(Colleague::id).collect(Collectors.toSet());
        List<Receiver> departed = new ArrayList<>();
        loads.forEach((person, load) -> {
            if (!known.contains(person)) {
                departed.add(receiver(new Colleague(person, person), load, null));
            }
        });
        return departed;
    }

    private List<Receiver> described(List<Colleague> colleagues, Map<String, Load> loads) {
        Map<String, Absence> absent = absences.current();
        return colleagues.stream()
                .map(colleague ->
                        receiver(colleague, loads.getOrDefault(colleague.id(), Load.NONE), absent.get(colleague.id())))
                .toList();
    }

    private static Receiver receiver(Colleague colleague, Load load, @Nullable Absence absence) {
        return new Receiver(
                colleague.id(),
                colleague.name(),
                load.open(),
                load.overdue(),
                absence == null ? null : absence.until(),
                absence == null ? null : absence.substitute());
    }
}
