package org.acmconversation.engagement;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.acmconversation.calendar.WorkingCalendars;
import org.acmconversation.database.Transactions;
import org.acmconversation.operations.LogContext;
import org.acmconversation.operations.Traces;
import org.acmconversation.problem.InvalidRequestException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The use cases of engagements. Each is one transaction, which includes the process engine's changes. */
@Service
public class Engagements {

    private static final Logger log = LoggerFactory.getLogger(Engagements.class);

    private final EngagementRepository repository;
    private final ConversationProcess process;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final EngagementStates states;
    private final Traces traces;
    private final WorkingCalendars calendars;
    private final ServiceCatalog catalog;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Time-ordered like the engine's ids, so that rows written together are adjacent in every index. */
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    Engagements(
            EngagementRepository repository,
            ConversationProcess process,
            Transactions transactions,
            ApplicationEventPublisher events,
            Clock clock,
            EngagementStates states,
            Traces traces,
            WorkingCalendars calendars,
            ServiceCatalog catalog) {
        this.repository = repository;
        this.process = process;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        this.states = states;
        this.traces = traces;
        this.calendars = calendars;
        this.catalog = catalog;
    }

    /**
     * Starts an engagement and its process.
     *
     * @throws EngagementExistsException if the external id is taken
     */
    public Engagement start(NewEngagement request) {
        return transactions.run(() -> {
            repository.findIdByExternalId(request.externalId()).ifPresent(existing -> {
                throw new EngagementExistsException(existing);
            });
            var engagement = withCalendar(Engagement.start(ids.generate(), request, clock.instant()));
            try (var ignored = LogContext.about(engagement.id())) {
                begin(engagement);
            }
            return get(engagement.id());
        });
    }

    /**
     * Fills in a missing country and time zone from the settings; the engagement keeps them when the settings change.
     */
    private Engagement withCalendar(Engagement engagement) {
        return engagement.change(
                profile -> profile.inCalendar(calendars.defaultCountry(), calendars.defaultTimeZone()));
    }

    private void begin(Engagement engagement) {
        repository.insert(engagement);
        events.publishEvent(new EngagementEvent.Started(engagement.id()));
        String processInstanceId = process.start(engagement);
        assign(engagement, processInstanceId);
        log.info("Engagement {} started as process instance {}", engagement.id(), processInstanceId);
    }

    /**
     * Evaluates decisions as if an engagement were started. Nothing is stored.
     *
     * @param decisions ids of the decisions in the models
     * @return for each decision the matching rules' outputs by name
     */
    public Map<String, List<Map<String, Object>>> preview(NewEngagement request, List<String> decisions) {
        var engagement = Engagement.start(ids.generate(), request, clock.instant());
        return transactions.tryOut(() -> decisions.stream()
                .collect(Collectors.toMap(Function.identity(), decision -> process.decide(decision, engagement))));
    }

    /** @throws UnknownEngagementException if there is none with that id */
    public Engagement get(UUID id) {
        return find(id).orElseThrow(() -> new UnknownEngagementException(id));
    }

    /** Returns the engagement with that id, if there is one. */
    public Optional<Engagement> find(UUID id) {
        return repository.find(id);
    }

    /**
     * Whether the engagement exists, is running or has a pending withdrawal, and has no process. If no instance was
     * ever recorded, the engine is not queried.
     */
    public boolean needsProcess(UUID id) {
        return find(id).filter(engagement -> engagement.isRunning() || engagement.isWithdrawalPending())
                .filter(engagement -> engagement.processInstanceId() == null || !process.exists(engagement))
                .isPresent();
    }

    /**
     * Returns the running engagements in a country or region, in the order of their ids.
     *
     * @param after null to begin with the first
     */
    public List<UUID> runningIn(String country, @Nullable UUID after, int limit) {
        String settings = calendars.defaultCountry();
        boolean unknown = settings.equals(country) || settings.startsWith(country + "-");
        return repository.findRunningIn(country, unknown, after == null ? BEFORE_ALL : after, limit);
    }

    /** Returns the engagement with an external id, if there is one. */
    public Optional<UUID> findIdByExternalId(String externalId) {
        return repository.findIdByExternalId(externalId);
    }

    /** Returns the ids of a tenant's engagements, oldest first. */
    public List<UUID> findIdsByTenant(String tenantId) {
        return repository.findIdsByTenant(tenantId);
    }

    /**
     * Returns the engagement and its current activities, from one snapshot of the database.
     *
     * @throws UnknownEngagementException if there is none with that id
     */
    public EngagementState state(UUID id) {
        return transactions.read(() -> states.of(List.of(get(id))).get(0));
    }

    /**
     * Changes the profile of a running engagement; later decisions of its process use the new values.
     *
     * @param change maps the current profile to the new one
     * @throws UnknownEngagementException if there is none with that id
     * @throws EngagementEndedException if it has ended
     * @throws InvalidRequestException if a new service is not in the catalog
     */
    public void changeProfile(UUID id, UnaryOperator<Profile> change) {
        transactions.run(() -> {
            Engagement engagement = lock(id);
            Engagement changed = withCalendar(engagement.change(change));
            checkNewServices(engagement.profile(), changed.profile());
            if (!changed.equals(engagement)) {
                repository.update(changed);
                events.publishEvent(new EngagementEvent.ProfileChanged(id, changed.profile(), engagement.profile()));
                process.profileChanged(changed);
                log.info("Engagement {} has a new profile", id);
            }
            return changed;
        });
    }

    /** A service that analysts have removed from the catalog stays with the engagements that have it. */
    private void checkNewServices(Profile before, Profile now) {
        List<String> added = now.services().stream()
                .filter(service -> !before.services().contains(service))
                .toList();
        catalog.objectionTo(added).ifPresent(objection -> {
            throw new InvalidRequestException("services", objection);
        });
    }

    /**
     * Stores the entry criteria that a manager entered in a task; the process already has them. If the engagement was
     * withdrawn meanwhile, the task no longer exists and its completion fails.
     *
     * @throws UnknownEngagementException if there is none with that id
     */
    public void recordEntryCriteria(UUID id, EntryCriteria criteria) {
        Engagement engagement = lock(id);
        if (engagement.isRunning()) {
            repository.update(engagement.change(profile -> profile.with(criteria)));
        }
    }

    /**
     * Withdraws a running engagement: its process stops at its current step. Withdrawing it again changes nothing,
     * unless its process was deleted before it had canceled the FTOP tasks; then a new process cancels them.
     *
     * @throws UnknownEngagementException if there is none with that id
     * @throws EngagementEndedException if it has already ended
     */
    public void withdraw(UUID id, String reason) {
        transactions.run(() -> {
            Engagement engagement = lock(id);
            Engagement withdrawn = engagement.withdraw(reason, clock.instant());
            boolean isNew = !withdrawn.equals(engagement);
            if (isNew) {
                repository.update(withdrawn);
                events.publishEvent(new EngagementEvent.Withdrawn(id, reason));
            }
            if (withdrawn.isWithdrawalPending() && !process.exists(withdrawn)) {
                replaceProcess(withdrawn);
            } else if (isNew) {
                process.withdrawn(withdrawn);
            }
            if (isNew) {
                log.info("Engagement {} is withdrawn", id);
            }
            return withdrawn;
        });
    }

    private void replaceProcess(Engagement withdrawn) {
        String processInstanceId = process.startWithdrawn(withdrawn);
        assign(withdrawn, processInstanceId);
        log.info(
                "The process of engagement {} was deleted; process instance {} cancels its FTOP tasks",
                withdrawn.id(),
                processInstanceId);
    }

    private void assign(Engagement engagement, String processInstanceId) {
        repository.assignProcessInstance(
                engagement.id(), processInstanceId, traces.traceparent().orElse(null));
    }

    /**
     * Ends an engagement whose process has ended. A withdrawn engagement keeps its outcome and end time; an engagement
     * that has already ended does not change.
     *
     * @throws UnknownEngagementException if there is none with that id
     */
    public void end(UUID id, Outcome outcome) {
        Engagement engagement = lock(id);
        Engagement ended = engagement.end(outcome, clock.instant());
        if (!ended.equals(engagement)) {
            repository.update(ended);
            events.publishEvent(new EngagementEvent.Ended(id, Objects.requireNonNull(ended.outcome())));
            log.info("Engagement {} ended with the outcome {}", id, ended.outcome());
        }
    }

    /**
     * Like {@link #lock}, for changes that are possible only while the engagement is running.
     *
     * @throws EngagementEndedException if it has ended
     */
    public Engagement lockRunning(UUID id) {
        Engagement engagement = lock(id);
        engagement.requireRunning();
        return engagement;
    }

    /**
     * Locks an engagement until the transaction ends. Every transaction that takes several locks takes them in this
     * order: engagement, FTOP tasks, timeline, process instance, webhook.
     *
     * @throws UnknownEngagementException if there is none with that id
     */
    public Engagement lock(UUID id) {
        return repository.findAndLock(id).orElseThrow(() -> new UnknownEngagementException(id));
    }
}
