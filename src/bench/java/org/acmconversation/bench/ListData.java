package org.acmconversation.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * Engagements of two years with different customers, segments, services, owners, due dates and next actions. Half of
 * them wait at their first user task; the others have completed it and ended. Copies contain only what the list, the
 * exports and the portfolio read, which saves minutes for a million of them.
 */
class ListData {

    private static final String WITHOUT = "(?!(engagement|ftop_task|timeline_entry"
            + "|act_ru_(execution|task|identitylink|job)|act_hi_(procinst|taskinst))$).*";

    private static final String IS_RUNNING = "n % 2 = 1";

    /** A number that has nothing to do with the order of the copies. */
    private static final String ANY = "(hashtext(n::text)::bigint + 2147483648)";

    private static final String PERSON = "'person' || " + ANY + " % 200";
    private static final String OWNER = "case when " + ANY + " % 3 = 0 then " + PERSON + " end";

    /** A million engagements start in two years. */
    private static final String STARTED = "now() - n * interval '63 seconds'";

    private static final String ENDED =
            "least(now(), " + STARTED + " + " + ANY + " % 1000000 * interval '1 second' + interval '1 hour')";

    /** Up to twelve days ago, or in the next twelve days. */
    private static final String DUE = "now() + (" + ANY + " % 2000000 - 1000000) * interval '1 second'";

    private ListData() {}

    static Seed.Variety variety() {
        return new Seed.Variety(
                WITHOUT,
                Map.of(
                        "engagement",
                        Map.of(
                                "customer_name", "'Customer ' || n",
                                "search_key", "'customer ' || n || chr(10) || 'crm-pattern-' || n",
                                "segment", "(array['SMB', 'CORPORATE', 'ENTERPRISE', 'EDUCATION'])[1 + " + ANY + " % 4]",
                                "licenses", "100 + " + ANY + " % 100000",
                                "services",
                                        "case when n % 10 = 0 then '{TEAMS}' else '{EXCHANGE,ONEDRIVE_FOR_BUSINESS}'"
                                                + " end::varchar[]",
                                "status", "case when " + IS_RUNNING + " then 'RUNNING' else 'COMPLETED' end",
                                "outcome", "case when not " + IS_RUNNING + " then 'INTRODUCED_TO_SME' end",
                                "started_at", STARTED,
                                "ended_at", "case when not " + IS_RUNNING + " then " + ENDED + " end"),
                        "act_ru_task",
                        Map.of("due_date_", atUtc(DUE), "assignee_", OWNER, "create_time_", atUtc(STARTED)),
                        "act_hi_taskinst",
                        Map.of(
                                "due_date_", atUtc(DUE),
                                "assignee_", OWNER,
                                "start_time_", atUtc(STARTED),
                                "end_time_", "case when not " + IS_RUNNING + " then " + atUtc(ENDED) + " end",
                                "delete_reason_", "case when not " + IS_RUNNING + " then 'completed' end"),
                        "ftop_task",
                        Map.of("failed_at", "case when n % 100 = 1 then now() end"),
                        "timeline_entry",
                        Map.of("actor", PERSON)),
                Map.of(
                        "act_ru_execution", IS_RUNNING,
                        "act_ru_task", IS_RUNNING,
                        "act_ru_identitylink", IS_RUNNING,
                        "act_ru_job", IS_RUNNING));
    }

    /** The engine stores times without a zone. */
    private static String atUtc(String moment) {
        return "(" + moment + ") at time zone 'utc'";
    }

    /** Writes follow-ups, which the pattern has none of, and tells PostgreSQL what there is now. */
    static void complete(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("""
                    insert into follow_up (engagement_id, action, action_date, action_owner, noted_at)
                    select id, 'Call', current_date + (hash % 40 - 20)::integer, 'person' || hash % 200,
                      now() - hash % 40 * interval '1 day'
                    from (select id, hashtext(id::varchar)::bigint + 2147483648 as hash from engagement
                          where status = 'RUNNING') running
                    where hash % 4 > 0
                    on conflict do nothing
                    """);
            statement.execute("vacuum (analyze)");
            statement.execute("checkpoint");
        }
    }
}
