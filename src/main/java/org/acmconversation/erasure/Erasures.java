package org.acmconversation.erasure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.acmconversation.audit.AuditTrail;
import org.acmconversation.database.Transactions;
import org.acmconversation.engagement.EngagementEvent;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engine.instance.EngineData;
import org.acmconversation.erasure.Erasure.State;
import org.acmconversation.personaldata.PersonalData;
import org.acmconversation.personaldata.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Erases the personal data of engagements. What remains counts in the portfolio as before. */
@Service
public class Erasures {

    private static final Logger log = LoggerFactory.getLogger(Erasures.class);

    /** Sent to FTOP, so it must not contain personal data. */
    private static final String WITHDRAWAL = "Borrado de datos";

    private final ErasureRepository repository;
    private final List<PersonalData> modules;
    private final Engagements engagements;
    private final EngineData engine;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final ErasureProperties properties;

    Erasures(
            ErasureRepository repository,
            List<PersonalData> modules,
            Engagements engagements,
            EngineData engine,
            AuditTrail audit,
            Transactions transactions,
            ApplicationEventPublisher events,
            ErasureProperties properties) {
        this.repository = repository;
        this.modules = modules;
        this.engagements = engagements;
        this.engine = engine;
        this.audit = audit;
        this.transactions = transactions;
        this.events = events;
        this.properties = properties;
    }

    /**
     * Requests the erasure of an engagement, or confirms it as another administrator. A confirmed one withdraws the
     * engagement if it is running, and erases its data as soon as its process has ended. Repeating the request has no
     * further effect.
     *
     * @param reason why, which is erased along with the data
     * @throws org.acmconversation.engagement.UnknownEngagementException if there is none with that id
     */
    public Erasure request(UUID id, String reason, String caller) {
        return transactions.run(() -> {
            engagements.lock(id);
            State state = repository.find(id).map(Erasure::state).orElse(null);
            if (state == State.ERASED) {
                return get(id);
            }
            if (repository.findHold(id).isPresent()) {
                throw new LegalHoldException();
            }
            if (state == null) {
                repository.request(id, reason, caller);
                audit.recordOfCaller("erasure.request", id.toString(), id, Map.of("reason", reason));
            }
            Erasure erasure = get(id);
            if (erasure.state() == State.REQUESTED && (state != null || !properties.fourEyes())) {
                confirm(erasure, caller);
            }
            eraseIfEnded(id);
            return get(id);
        });
    }

    private void confirm(Erasure erasure, String caller) {
        if (properties.fourEyes() && erasure.requestedBy().equals(caller)) {
            throw new SameAdministratorException();
        }
        UUID id = erasure.engagementId();
        repository.confirm(id, caller);
        audit.recordOfCaller("erasure.confirm", id.toString(), id, Map.of());
        if (engagements.get(id).isRunning()) {
            engagements.withdraw(id, WITHDRAWAL);
        }
    }

    /** @throws UnknownErasureException if nobody has requested it */
    public Erasure get(UUID id) {
        return repository.find(id).orElseThrow(UnknownErasureException::new);
    }

    /** Cancels a request that nobody has confirmed. */
    public void cancel(UUID id) {
        transactions.run(() -> {
            engagements.lock(id);
            if (get(id).state() != State.REQUESTED) {
                throw new ErasureConfirmedException();
            }
            repository.delete(id);
            audit.recordOfCaller("erasure.cancel", id.toString(), id, Map.of());
            return id;
        });
    }

    /** Erases a confirmed engagement, unless its process is still running or somebody holds it. */
    void eraseIfEnded(UUID id) {
        transactions.run(() -> {
            engagements.lock(id);
            if (get(id).state() == State.CONFIRMED && !engine.isRunning(id.toString())) {
                erase(id);
            }
            return id;
        });
    }

    private void erase(UUID id) {
        Subject subject = engine.subject(id);
        Map<String, Integer> rows = new TreeMap<>();
        modules.forEach(module -> rows.putAll(module.erase(subject)));
        rows.values().removeIf(number -> number == 0);
        repository.complete(id, rows);
        audit.recordOfCaller("engagement.erase", id.toString(), id, rows);
        events.publishEvent(new EngagementEvent.Erased(id));
        log.info("The personal data of engagement {} was erased", id);
    }

    /** Engagements whose erasure was confirmed and is not done. */
    List<UUID> confirmed() {
        return repository.confirmed();
    }

    /** Returns the hold of an engagement. */
    public LegalHold hold(UUID id) {
        engagements.get(id);
        return repository.findHold(id).orElseThrow(UnknownHoldException::new);
    }

    /** Keeps an engagement from erasure; a second hold replaces the first. */
    public LegalHold hold(UUID id, String reason, String caller) {
        return transactions.run(() -> {
            engagements.lock(id);
            if (repository
                    .find(id)
                    .filter(erasure -> erasure.state() != State.REQUESTED)
                    .isPresent()) {
                throw new ErasureConfirmedException();
            }
            repository.hold(id, reason, caller);
            audit.recordOfCaller("legal-hold.set", id.toString(), id, Map.of("reason", reason));
            return hold(id);
        });
    }

    /** Ends a hold. */
    public void release(UUID id) {
        transactions.run(() -> {
            engagements.lock(id);
            if (!repository.release(id)) {
                throw new UnknownHoldException();
            }
            audit.recordOfCaller("legal-hold.end", id.toString(), id, Map.of());
            return id;
        });
    }
}
