package org.acmconversation.notification;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.acmconversation.database.Transactions;
import org.acmconversation.operations.SecretToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets mail clients turn off a person's mail (RFC 8058). They cannot log in, so each person has a secret address, which
 * can only turn mail off.
 */
@Component
public class Unsubscribing {

    private final JdbcClient jdbc;
    private final NotificationPreferenceStore choices;
    private final Transactions transactions;

    Unsubscribing(JdbcClient jdbc, NotificationPreferenceStore choices, Transactions transactions) {
        this.jdbc = jdbc;
        this.choices = choices;
        this.transactions = transactions;
    }

    /** Returns a person's secret; generates it at first use. */
    String secret(String person) {
        return transactions.run(() -> jdbc.sql("select secret from notification_unsubscribe where person = :person")
                .param("person", person)
                .query(String.class)
                .optional()
                .orElseGet(() -> create(person)));
    }

    private String create(String person) {
        String secret = SecretToken.generate();
        jdbc.sql("insert into notification_unsubscribe (person, secret) values (:person, :secret)")
                .param("person", person)
                .param("secret", secret)
                .update();
        return secret;
    }

    /**
     * Turns off all mail that its owner may turn off.
     *
     * @return false if there is no such secret
     */
    public boolean unsubscribe(String secret) {
        Optional<String> owner = jdbc.sql("select person from notification_unsubscribe where secret = :secret")
                .param("secret", secret)
                .query(String.class)
                .optional();
        owner.ifPresent(person -> {
            NotificationPreferences current = choices.of(person);
            Map<Kind, Set<Channel>> channels = new EnumMap<>(Kind.class);
            for (Kind kind : Kind.values()) {
                channels.put(
                        kind,
                        current.isOn(kind, Channel.BELL) ? EnumSet.of(Channel.BELL) : EnumSet.noneOf(Channel.class));
            }
            choices.choose(person, new NotificationPreferences(channels, current.quietHours()));
        });
        return owner.isPresent();
    }
}
