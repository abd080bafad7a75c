package org.acmconversation.absence;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.acmconversation.database.Transactions;
import org.acmconversation.engine.identity.Colleague;
import org.acmconversation.engine.identity.Colleagues;
import org.acmconversation.model.ConversationModel.CandidateGroup;
import org.acmconversation.preference.People;
import org.acmconversation.problem.FieldError;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.security.Caller;
import org.acmconversation.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The absences that people enter for themselves, and leads and administrators for everybody. Whether an absence has
 * begun is computed on demand.
 */
@Component
public class Absences {

    private final AbsenceRepository repository;
    private final Colleagues colleagues;
    private final People people;
    private final Transactions transactions;
    private final Clock clock;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    Absences(
            AbsenceRepository repository,
            Colleagues colleagues,
            People people,
            Transactions transactions,
            Clock clock) {
        this.repository = repository;
        this.colleagues = colleagues;
        this.people = people;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Returns the absences that a caller may see and that have not ended, by start. */
    public List<Absence> of(Caller caller, @Nullable String person) {
        if (person != null && !mayEnterFor(caller, person)) {
            throw new AbsenceOfOthersException();
        }
        String whose = person == null && !seesAll(caller) ? caller.name() : person;
        return repository.endingAfter(earliestToday(), whose).stream()
                .filter(absence -> absence.until().isAfter(today(absence.person())))
                .toList();
    }

    /** @throws UnknownAbsenceException if there is none, or it is not the caller's to see */
    public Absence get(UUID id, Caller caller) {
        return repository
                .find(id)
                .filter(absence -> mayEnterFor(caller, absence.person()))
                .orElseThrow(UnknownAbsenceException::new);
    }

    /**
     * Enters an absence.
     *
     * @throws AbsenceOfOthersException if it is somebody else's, and the caller is neither a lead nor an administrator
     */
    public Absence add(AbsenceData data, Caller caller) {
        return transactions.run(() -> {
            Absence absence = data.absence(
                    ids.generate(), Optional.ofNullable(data.person()).orElse(caller.name()));
            save(absence, caller);
            return absence;
        });
    }

    /**
     * Changes an absence.
     *
     * @param change maps the current data to the new data
     */
    public Absence change(UUID id, UnaryOperator<AbsenceData> change, Caller caller) {
        return transactions.run(() -> {
            repository.lock();
            Absence absence = get(id, caller);
            AbsenceData data = change.apply(AbsenceData.of(absence));
            Absence changed =
                    data.absence(id, Optional.ofNullable(data.person()).orElse(absence.person()));
            repository.delete(id);
            save(changed, caller);
            return changed;
        });
    }

    /** Deletes an absence. */
    public void delete(UUID id, Caller caller) {
        transactions.run(() -> {
            repository.lock();
            repository.delete(get(id, caller).id());
        });
    }

    private void save(Absence absence, Caller caller) {
        if (!mayEnterFor(caller, absence.person())) {
            throw new AbsenceOfOthersException();
        }
        checkFields(absence);
        repository.lock();
        List<Absence> others = repository.within(absence.from(), absence.until());
        others.stream()
                .filter(other -> other.person().equals(absence.person()))
                .findFirst()
                .ifPresent(other -> {
                    throw new OverlappingAbsenceException(other);
                });
        new SubstitutionChain(others).check(absence);
        repository.insert(absence);
    }

    private void checkFields(Absence absence) {
        List<FieldError> errors = new ArrayList<>();
        if (!isAmong(colleagues(), absence.person())) {
            errors.add(new FieldError("person", "must be somebody who works on tasks"));
        }
        String substitute = absence.substitute();
        if (absence.person().equals(substitute)) {
            errors.add(new FieldError("substitute", "must be somebody else"));
        } else if (substitute != null && !isAmong(substitutes(), substitute)) {
            errors.add(new FieldError("substitute", "must be somebody who works on tasks"));
        }
        if (!absence.from().isBefore(absence.until())) {
            errors.add(new FieldError("until", "must be after from; it is the day of the return"));
        } else if (!absence.until().isAfter(today(absence.person()))) {
            errors.add(new FieldError("until", "must be in the future"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
    }

    private static boolean isAmong(List<Colleague> people, String person) {
        return people.stream().anyMatch(colleague -> colleague.id().equals(person));
    }

    /** Returns everybody who may work on tasks, and so may take them over, by name. */
    public List<Colleague> substitutes() {
        return colleagues.of(CandidateGroup.ALL);
    }

    /** Returns everybody who works on tasks, the leads and the administrators, by name. */
    public List<Colleague> colleagues() {
        Set<String> groups = new LinkedHashSet<>(CandidateGroup.ALL);
        groups.add(Role.LEAD.group());
        groups.add(Role.ADMINISTRATOR.group());
        return colleagues.of(groups);
    }

    /** Returns today's absences, by person. */
    public Map<String, Absence> current() {
        Map<String, Absence> current = new LinkedHashMap<>();
        repository.within(earliestToday(), latestToday().plusDays(1)).stream()
                .filter(absence -> absence.includes(today(absence.person())))
                .forEach(absence -> current.put(absence.person(), absence));
        return current;
    }

    /** Returns the absence of a person who is absent today. */
    public Optional<Absence> current(String person) {
        return Optional.ofNullable(current().get(person));
    }

    /**
     * Returns the absences of the people for whom a person substitutes today, directly or because their substitute is
     * absent.
     */
    public List<Absence> substitutedBy(String substitute) {
        Map<String, Absence> current = current();
        return current.values().stream()
                .filter(absence -> isSubstitutedBy(absence, substitute, current))
                .toList();
    }

    private static boolean isSubstitutedBy(Absence absence, String substitute, Map<String, Absence> current) {
        Absence link = absence;
        for (int links = 0;
                link != null && link.substitute() != null && links < SubstitutionChain.MAX_LENGTH;
                links++) {
            if (link.substitute().equals(substitute)) {
                return true;
            }
            link = current.get(Objects.requireNonNull(link.substitute()));
        }
        return false;
    }

    /** Why nobody takes over an absent person's tasks, although there is a substitute. */
    public enum Gap {
        /** The substitute is absent, too, on some of the days, without a substitute. */
        ABSENT,
        /** The substitute no longer works on tasks. */
        GONE
    }

    /**
     * Returns which absences lack a substitute, by their ids. The substitute of an absence may enter another one, or
     * leave, after it was entered.
     */
    public Map<UUID, Gap> gaps(List<Absence> ofPeople) {
        List<Colleague> present = substitutes();
        Map<UUID, Gap> gaps = new LinkedHashMap<>();
        for (Absence absence : ofPeople) {
            String substitute = absence.substitute();
            if (substitute != null && !isAmong(present, substitute)) {
                gaps.put(absence.id(), Gap.GONE);
            } else if (substitute != null
                    && repository.within(absence.from(), absence.until()).stream()
                            .anyMatch(other -> other.person().equals(substitute) && other.substitute() == null)) {
                gaps.put(absence.id(), Gap.ABSENT);
            }
        }
        return gaps;
    }

    private LocalDate today(String person) {
        return LocalDate.ofInstant(clock.instant(), people.preferences(person).timeZone());
    }

    /** Today in the time zone that is furthest behind. */
    private LocalDate earliestToday() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
    }

    private LocalDate latestToday() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    }

    private static boolean mayEnterFor(Caller caller, String person) {
        return caller.name().equals(person) || seesAll(caller);
    }

    /** Whether a caller may see and change the absences of others. */
    public static boolean seesAll(Caller caller) {
        return caller.groups().contains(Role.LEAD.group()) || caller.groups().contains(Role.ADMINISTRATOR.group());
    }
}
