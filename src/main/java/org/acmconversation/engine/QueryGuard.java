package org.acmconversation.engine;

import org.acmconversation.engine.model.QueryExpressions;
import org.acmconversation.engine.persistence.ReplacedManager;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;

/**
 * Closes CVE-2026-109432: expressions in queries can run arbitrary Java. {@code SafeExpressions} rejects them during
 * evaluation; this guard additionally rejects them when a query is executed or a filter is saved, and names the field.
 */
class QueryGuard extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        CommandInterceptors.prepend(configuration, Refusals::new);
        ReplacedManager.replace(configuration, FilterManager.class, CheckedFilterManager::new);
    }

    /** Unwraps rejections during evaluation, for which the engine's REST API would respond with 500. */
    private static class Refusals extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            if (command instanceof AbstractQuery<?, ?> query) {
                QueryExpressions.check(query);
            }
            try {
                return next.execute(command);
            } catch (RuntimeException failure) {
                throw QueryExpressions.refusalIn(failure).orElse(failure);
            }
        }
    }

    private static class CheckedFilterManager extends FilterManager {

        @Override
        public Filter insertOrUpdateFilter(Filter filter) {
            AbstractQuery<?, ?> query = filter.getQuery();
            QueryExpressions.check(query);
            checkSorting(query);
            return super.insertOrUpdateFilter(filter);
        }

        /**
         * Checks sort orders: a filter saved without one could not be loaded again, and the engine checks only when a
         * query is executed.
         */
        private static void checkSorting(AbstractQuery<?, ?> query) {
            if (query.getOrderingProperties().stream().anyMatch(sorting -> sorting.getDirection() == null)) {
                throw new BadUserRequestException("Each sorting needs a 'sortOrder': asc or desc");
            }
        }
    }
}
