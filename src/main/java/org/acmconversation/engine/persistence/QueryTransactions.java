package org.acmconversation.engine.persistence;

import java.util.List;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.spring.SpringTransactionInterceptor;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.springframework.transaction.TransactionDefinition;

/**
 * Has a query that is asked outside of a transaction begin and commit none: it only reads, by statements each of which
 * sees, at the isolation level that the engine asks for, what was committed before it.
 */
class QueryTransactions extends CommandInterceptor {

    private final CommandInterceptor ofCommands;
    private final CommandInterceptor ofQueries;

    private QueryTransactions(CommandInterceptor ofCommands, CommandInterceptor ofQueries) {
        this.ofCommands = ofCommands;
        this.ofQueries = ofQueries;
    }

    /** Takes the place of the interceptor that begins transactions. */
    static void replaceIn(ProcessEngineConfigurationImpl configuration) {
        if (!(configuration instanceof SpringTransactionsProcessEngineConfiguration spring)) {
            return;
        }
        List<CommandInterceptor> chain = configuration.getCommandInterceptorsTxRequired();
        for (int i = 1; i < chain.size() - 1; i++) {
            if (chain.get(i) instanceof SpringTransactionInterceptor ofCommands) {
                var ofQueries = new SpringTransactionInterceptor(
                        spring.getTransactionManager(), TransactionDefinition.PROPAGATION_SUPPORTS, configuration);
                ofQueries.setNext(chain.get(i + 1));
                chain.get(i - 1).setNext(new QueryTransactions(ofCommands, ofQueries));
            }
        }
    }

    @Override
    public <T> T execute(Command<T> command) {
        return (command instanceof AbstractQuery ? ofQueries : ofCommands).execute(command);
    }
}
