package org.acmconversation.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListPageCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.query.Query;

/**
 * The engine's filter service, in which the sort order of a request replaces the filter's. The engine sorts by the
 * filter's order first, so the chosen order would have no effect.
 */
class CheckedFilterService extends FilterServiceImpl {

    @Override
    @SuppressWarnings("unchecked")
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q extendingQuery) {
        return (List<T>) commandExecutor.execute(new SortedList(filterId, extendingQuery));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q extendingQuery, int first, int most) {
        return (List<T>) commandExecutor.execute(new SortedPage(filterId, extendingQuery, first, most));
    }

    /** Returns the filter's query (a copy) in the order of the other query. */
    private static Query<?, ?> sorted(Query<?, ?> filter, Query<?, ?> chosen) {
        if (filter instanceof AbstractQuery<?, ?> copy
                && chosen instanceof AbstractQuery<?, ?> asked
                && !asked.getOrderingProperties().isEmpty()) {
            copy.setOrderingProperties(new ArrayList<>(asked.getOrderingProperties()));
        }
        return filter;
    }

    private static class SortedList extends ExecuteFilterListCmd {

        SortedList(String filterId, Query<?, ?> extendingQuery) {
            super(filterId, extendingQuery);
        }

        @Override
        protected Query<?, ?> getFilterQuery(CommandContext context) {
            return sorted(super.getFilterQuery(context), extendingQuery);
        }
    }

    private static class SortedPage extends ExecuteFilterListPageCmd {

        SortedPage(String filterId, Query<?, ?> extendingQuery, int first, int most) {
            super(filterId, extendingQuery, first, most);
        }

        @Override
        protected Query<?, ?> getFilterQuery(CommandContext context) {
            return sorted(super.getFilterQuery(context), extendingQuery);
        }
    }
}
