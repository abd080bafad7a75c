package org.acmconversation.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.acmconversation.database.Transactions;
import org.acmconversation.engine.identity.Colleague;
import org.acmconversation.engine.identity.ExternalUserSource.ExternalUser;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores people's groups as of their last login at the provider, so that managers can assign tasks to colleagues; the
 * provider reports groups only at the login. People who have not logged in for three months are deleted when others log
 * in.
 */
@Component
@ConditionalOnProperty(name = "acm.security.login", havingValue = "oidc")
class ProviderMemberships {

    private static final Duration KEPT = Duration.ofDays(90);

    /** Maximum length of a column. */
    private static final int MAX_NAME_LENGTH = 255;

    private static final int MAX_EMAIL_LENGTH = 254;

    private static final String COLLEAGUES = "select user_id, first_name, last_name from provider_membership ";

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Clock clock;

    ProviderMemberships(JdbcClient jdbc, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Replaces the stored groups of a person who has just logged in. */
    void remember(ExternalUser user) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        transactions.run(() -> {
            jdbc.sql("delete from provider_membership where user_id = :user or last_login_at < :outdated")
                    .param("user", user.id())
                    .param("outdated", now.minus(KEPT))
                    .update();
            for (String group : user.groups()) {
                jdbc.sql("""
                        insert into provider_membership (group_id, user_id, first_name, last_name, email, last_login_at)
                        values (:group, :user, :firstName, :lastName, :email, :now)
                        """)
                        .param("group", group)
                        .param("user", user.id())
                        .param("firstName", shortened(user.firstName()))
                        .param("lastName", shortened(user.lastName()))
                        .param(
                                "email",
                                user.email() == null || user.email().length() > MAX_EMAIL_LENGTH ? null : user.email())
                        .param("now", now)
                        .update();
            }
        });
    }

    List<Colleague> members(String group) {
        return jdbc.sql(COLLEAGUES + "where group_id = :group")
                .param("group", group)
                .query(ProviderMemberships::colleague)
                .list();
    }

    Optional<String> name(String user) {
        return jdbc
                .sql(COLLEAGUES + "where user_id = :user")
                .param("user", user)
                .query(ProviderMemberships::colleague)
                .list()
                .stream()
                .findFirst()
                .map(Colleague::name);
    }

    private static Colleague colleague(ResultSet row, int number) throws SQLException {
        return new Colleague(
                row.getString("user_id"),
                Stream.of(row.getString("first_name"), row.getString("last_name"))
                        .filter(part -> !part.isBlank())
                        .reduce("%s %s"::formatted)
                        .orElse(row.getString("user_id")));
    }

    Optional<String> email(String user) {
        return jdbc
                .sql("select email from provider_membership where user_id = :user and email is not null")
                .param("user", user)
                .query(String.class)
                .list()
                .stream()
                .findFirst();
    }

    private static String shortened(String name) {
        return name.length() > MAX_NAME_LENGTH ? name.substring(0, MAX_NAME_LENGTH) : name;
    }
}
