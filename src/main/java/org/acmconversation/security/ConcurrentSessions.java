package org.acmconversation.security;

import java.util.Map;
import javax.sql.DataSource;
import org.acmconversation.database.DatabaseProduct;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Allows concurrent requests in one session, which the web applications send: two requests may insert the same
 * attribute, and one may still be running when a logout deletes the session.
 */
@Component
class ConcurrentSessions implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {

    private static final String IF_THE_SESSION_IS_THERE = """
            select s.primary_id, a.name, a.bytes
            from (values (cast(? as char(36)), cast(? as varchar(200)), cast(? as bytea))) as a (id, name, bytes)
            join %TABLE_NAME% s on s.primary_id = a.id
            """;

    /** The last write wins. */
    private static final Map<DatabaseDriver, String> WRITE_ATTRIBUTE = Map.of(
            DatabaseDriver.POSTGRESQL,
                    "insert into %TABLE_NAME%_ATTRIBUTES (session_primary_id, attribute_name, attribute_bytes) "
                            + IF_THE_SESSION_IS_THERE
                            + "on conflict (session_primary_id, attribute_name)"
                            + " do update set attribute_bytes = excluded.attribute_bytes",
            DatabaseDriver.H2,
                    "merge into %TABLE_NAME%_ATTRIBUTES (session_primary_id, attribute_name, attribute_bytes)"
                            + " key (session_primary_id, attribute_name) "
                            + IF_THE_SESSION_IS_THERE);

    private final DatabaseDriver database;

    ConcurrentSessions(DataSource dataSource) throws MetaDataAccessException {
        this.database = DatabaseProduct.of(dataSource);
    }

    @Override
    public void customize(JdbcIndexedSessionRepository sessions) {
        sessions.setCreateSessionAttributeQuery(WRITE_ATTRIBUTE.get(database));
    }
}
