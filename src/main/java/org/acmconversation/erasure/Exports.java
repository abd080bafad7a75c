package org.acmconversation.erasure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.acmconversation.database.Transactions;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engine.instance.EngineData;
import org.acmconversation.personaldata.PersonalData;
import org.acmconversation.personaldata.Subject;
import org.springframework.stereotype.Component;

/** Exports what is kept about the customer and the people of an engagement. */
@Component
public class Exports {

    private final List<PersonalData> modules;
    private final Engagements engagements;
    private final EngineData engine;
    private final Transactions transactions;

    Exports(List<PersonalData> modules, Engagements engagements, EngineData engine, Transactions transactions) {
        this.modules = modules;
        this.engagements = engagements;
        this.engine = engine;
        this.transactions = transactions;
    }

    /**
     * What is kept of one engagement.
     *
     * @param tables rows as they are stored, by table
     */
    public record Export(UUID engagementId, Map<String, List<Map<String, Object>>> tables) {}

    /**
     * Reads everything from one snapshot of the database.
     *
     * @throws org.acmconversation.engagement.UnknownEngagementException if there is none with that id
     */
    public Export of(UUID id) {
        return transactions.read(() -> export(engagements.get(id).id()));
    }

    /** The same for all engagements of a tenant. */
    public List<Export> ofTenant(String tenantId) {
        return transactions.readAtLength(() ->
                engagements.findIdsByTenant(tenantId).stream().map(this::export).toList());
    }

    private Export export(UUID id) {
        Subject subject = engine.subject(id);
        Map<String, List<Map<String, Object>>> tables = new TreeMap<>();
        modules.forEach(module -> tables.putAll(module.export(subject)));
        tables.values().removeIf(List::isEmpty);
        return new Export(id, tables);
    }
}
