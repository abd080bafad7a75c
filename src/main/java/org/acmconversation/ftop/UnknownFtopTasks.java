package org.acmconversation.ftop;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.acmconversation.audit.AuditTrail;
import org.acmconversation.database.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Tasks of FTOP that the ledger does not know, for example because the database was restored from a backup. Once
 * somebody has acknowledged one, reconciliations no longer report it.
 */
@Service
public class UnknownFtopTasks {

    private final JdbcClient jdbc;
    private final FtopLedger ledger;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Clock clock;

    UnknownFtopTasks(JdbcClient jdbc, FtopLedger ledger, AuditTrail audit, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Acknowledges a task, replacing an earlier acknowledgement.
     *
     * @param note what somebody found out or did about it
     * @throws FtopTaskInLedgerException if the ledger has it
     */
    public void acknowledge(FtopKey key, String note, String caller) {
        transactions.run(() -> {
            if (ledger.find(key.engagementId(), key.catalogId()).isPresent()) {
                throw new FtopTaskInLedgerException();
            }
            jdbc.sql("delete from ftop_unknown_task where ftop_key = :key")
                    .param("key", key.toString())
                    .update();
            jdbc.sql("""
                            insert into ftop_unknown_task (ftop_key, note, acknowledged_by, acknowledged_at)
                            values (:key, :note, :caller, :now)
                            """)
                    .param("key", key.toString())
                    .param("note", note)
                    .param("caller", caller)
                    .param("now", OffsetDateTime.now(clock))
                    .update();
            audit.recordOfCaller("ftop-task.acknowledge", key.toString(), null, Map.of("note", note));
            return key;
        });
    }

    boolean isAcknowledged(FtopKey key) {
        return jdbc.sql("select count(*) from ftop_unknown_task where ftop_key = :key")
                        .param("key", key.toString())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
