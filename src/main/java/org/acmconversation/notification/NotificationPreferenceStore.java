package org.acmconversation.notification;

import java.time.LocalTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.acmconversation.database.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores people's choices. By default every kind is on in every channel, without quiet hours. */
@Component
public class NotificationPreferenceStore {

    private final JdbcClient jdbc;
    private final NotificationProperties properties;
    private final Transactions transactions;

    NotificationPreferenceStore(JdbcClient jdbc, NotificationProperties properties, Transactions transactions) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.transactions = transactions;
    }

    private record Choice(Kind kind, Channel channel, boolean isOn) {}

    /** Returns what applies to a person: fixed by administrators, chosen by the person, or the default. */
    public NotificationPreferences of(String person) {
        Map<Kind, Set<Channel>> channels = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            channels.put(kind, EnumSet.allOf(Channel.class));
        }
        jdbc.sql("select kind, channel, is_on from notification_choice where person = :person and is_on = false")
                .param("person", person)
                .query((row, number) -> new Choice(
                        Kind.valueOf(row.getString("kind")),
                        Channel.valueOf(row.getString("channel")),
                        row.getBoolean("is_on")))
                .list()
                .forEach(choice -> set(channels, choice));
        channels.keySet()
                .forEach(kind -> EnumSet.allOf(Channel.class)
                        .forEach(channel -> properties
                                .fixed(kind, channel)
                                .ifPresent(isOn -> set(channels, new Choice(kind, channel, isOn)))));
        return new NotificationPreferences(channels, quietHours(person));
    }

    private static void set(Map<Kind, Set<Channel>> channels, Choice choice) {
        Set<Channel> on = channels.computeIfAbsent(choice.kind(), kind -> EnumSet.noneOf(Channel.class));
        if (choice.isOn()) {
            on.add(choice.channel());
        } else {
            on.remove(choice.channel());
        }
    }

    private @Nullable QuietHours quietHours(String person) {
        return jdbc.sql("select starts_at, ends_at from notification_quiet_hours where person = :person")
                .param("person", person)
                .query((row, number) -> new QuietHours(
                        LocalTime.parse(row.getString("starts_at")), LocalTime.parse(row.getString("ends_at"))))
                .optional()
                .orElse(null);
    }

    /** Whether administrators have fixed a kind and channel. */
    public boolean isFixed(Kind kind, Channel channel) {
        return properties.fixed(kind, channel).isPresent();
    }

    /** Replaces a person's choices, except those that are fixed. */
    public void choose(String person, NotificationPreferences choices) {
        transactions.run(() -> {
            forget(person);
            for (Kind kind : Kind.values()) {
                for (Channel channel : Channel.values()) {
                    if (!choices.isOn(kind, channel) && !isFixed(kind, channel)) {
                        turnOff(person, kind, channel);
                    }
                }
            }
            if (choices.quietHours() != null) {
                keepQuiet(person, choices.quietHours());
            }
        });
    }

    private void forget(String person) {
        for (String table : new String[] {"notification_choice", "notification_quiet_hours"}) {
            jdbc.sql("delete from " + table + " where person = :person")
                    .param("person", person)
                    .update();
        }
    }

    private void turnOff(String person, Kind kind, Channel channel) {
        jdbc.sql("""
                        insert into notification_choice (person, kind, channel, is_on)
                        values (:person, :kind, :channel, false)
                        """)
                .param("person", person)
                .param("kind", kind.name())
                .param("channel", channel.name())
                .update();
    }

    private void keepQuiet(String person, QuietHours hours) {
        jdbc.sql("""
                        insert into notification_quiet_hours (person, starts_at, ends_at)
                        values (:person, :from, :until)
                        """)
                .param("person", person)
                .param("from", hours.from().toString())
                .param("until", hours.until().toString())
                .update();
    }
}
