package org.acmconversation.engagement;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.acmconversation.database.Transactions;
import org.acmconversation.operations.CachedQueries;
import org.acmconversation.operations.SharedWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Finds engagements that can no longer end by themselves, because somebody deleted their process instance, and reports
 * them to operators.
 */
@Service
public class ProcessCheck {

    private static final Logger log = LoggerFactory.getLogger(ProcessCheck.class);

    /** Well below the maximum number of parameters of a statement. */
    private static final int PAGE = 500;

    private final EngagementRepository engagements;
    private final ProcessCheckRepository repository;
    private final ConversationProcess process;
    private final Transactions transactions;
    private final SharedWork work;
    private final ProcessCheckProperties properties;
    private final Clock clock;

    ProcessCheck(
            EngagementRepository engagements,
            ProcessCheckRepository repository,
            ConversationProcess process,
            Transactions transactions,
            SharedWork work,
            ProcessCheckProperties properties,
            Clock clock,
            CachedQueries queries) {
        this.engagements = engagements;
        this.repository = repository;
        this.process = process;
        this.transactions = transactions;
        this.work = work;
        this.properties = properties;
        this.clock = clock;
        queries.of(repository::count)
                .gauge("acm.engagements.without.process", "Engagements whose process was deleted", Long::doubleValue);
    }

    @EventListener(ApplicationReadyEvent.class)
    void schedule() {
        work.every(properties.interval(), "process-check", this::run);
    }

    /** Returns the engagements that the last check found and that still have no process. */
    public EngagementsWithoutProcess found() {
        return transactions.read(() -> new EngagementsWithoutProcess(
                repository.first(EngagementsWithoutProcess.MAX_ITEMS), repository.count()));
    }

    /** Checks all engagements that need a process. */
    void run() {
        List<Engagement> found = new ArrayList<>();
        UUID after = new UUID(0, 0);
        List<Engagement> page;
        do {
            page = engagements.findWithProcess(after, PAGE);
            process.without(page).stream().filter(this::isUnchanged).forEach(found::add);
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (page.size() == PAGE);
        var now = clock.instant();
        for (Engagement engagement : transactions.run(() -> repository.replace(found, now))) {
            log.warn(
                    "Engagement {} no longer has a process: instance {} was deleted. Withdraw the engagement",
                    engagement.id(),
                    engagement.processInstanceId());
        }
    }

    /**
     * An engagement ends in the transaction that ends its process. If the engagement has not ended by now, its process
     * was deleted.
     */
    private boolean isUnchanged(Engagement engagement) {
        return engagements.find(engagement.id()).filter(engagement::equals).isPresent();
    }
}
