package org.acmconversation.engagement;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Fills in the search keys of all engagements. */
@Component
class V68__Fill_search_keys extends BaseJavaMigration {

    @Override
    public void migrate(Context context) {
        var sameConnection = new SingleConnectionDataSource(context.getConnection(), true);
        new MissingSearchKeys(new JdbcTemplate(sameConnection)).fill();
    }
}
