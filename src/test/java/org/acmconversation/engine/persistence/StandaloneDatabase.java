package org.acmconversation.engine.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Databases for {@link StandaloneEngine}s. */
public class StandaloneDatabase {

    private StandaloneDatabase() {}

    public static DataSource onH2(String name) {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(name));
        return database;
    }

    public static DataSource onPostgreSql() {
        return Server.ONE.getPostgresDatabase();
    }

    /** Returns a new, empty database. */
    public static DataSource onPostgreSql(String name) {
        new JdbcTemplate(onPostgreSql()).execute("create database " + name);
        return Server.ONE.getDatabase("postgres", name);
    }

    /** A PostgreSQL server that starts on first use and stops with the JVM. */
    private static class Server {

        private static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start", e);
            }
        }
    }
}
