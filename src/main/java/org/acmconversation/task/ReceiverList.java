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
import org.acmconversation.engine.identity.Colleague;
import org.acmconversation.engine.task.Workloads;
import org.acmconversation.engine.task.Workloads.Load;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People to choose from when assigning tasks. */
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
     * Returns the people to whom a task can be assigned, by name.
     *
     * @param groups the caller's groups
     * @throws UnknownTaskException if there is no such task, or it is not theirs to hand over
     */
    public List<Receiver> of(String taskId, Collection<String> groups) {
        List<Colleague> colleagues = receivers.of(taskId, groups);
        Map<String, Load> loads =
                workloads.of(colleagues.stream().map(Colleague::id).toList(), clock.instant());
        return described(colleagues, loads);
    }

    /** Returns everybody who works on tasks, the leads and the administrators, by name. */
    public List<Receiver> everybody() {
        return described(absences.colleagues(), workloads.all(clock.instant()));
    }

    /** Returns those of the people who may work on tasks; leads and administrators may not, unless in another role. */
    public List<Receiver> workers(List<Receiver> all) {
        Set<String> workers = absences.substitutes().stream().map(Colleague::id).collect(Collectors.toSet());
        return all.stream().filter(person -> workers.contains(person.id())).toList();
    }

    /** Returns people who have left but still have tasks assigned. */
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
