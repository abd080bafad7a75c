package org.acmconversation.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Queries of the list with each filter and sort, and of the portfolio. */
class ListRequests {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    /** What the report calls a time that differs from run to run. */
    private static final Map<String, String> NAMES =
            Map.of(NOW.minus(30, ChronoUnit.DAYS).toString(), "30 days ago");

    private static final List<String> LISTS = List.of(
            "",
            "page=200",
            "status=RUNNING",
            "status=COMPLETED",
            "segment=CORPORATE",
            "service=EXCHANGE",
            "service=TEAMS",
            "initiative=RFA",
            "q=customer 4711",
            "q=customer",
            "activity=scheduleConversation",
            "owner=person7",
            "role=fasttrack-manager",
            "due=OVERDUE",
            "due=TODAY",
            "due=WEEK",
            "due=SOON",
            "due=ON_TIME",
            "owner=person7&due=OVERDUE",
            "waitingFor=FTOP",
            "from=" + NOW.minus(30, ChronoUnit.DAYS),
            "endedFrom=" + NOW.minus(30, ChronoUnit.DAYS),
            "completed=scheduleConversation",
            "missing=NOTE",
            "actionOwner=person7",
            "startedBy=person7",
            "segment=CORPORATE&service=TEAMS&due=WEEK",
            "sort=customerName,asc",
            "sort=customerName,desc",
            "sort=externalId,asc",
            "sort=licenses,desc",
            "sort=segment,asc",
            "sort=status,asc",
            "sort=startedAt,asc",
            "sort=endedAt,desc",
            "status=RUNNING&sort=customerName,asc");

    private static final List<String> PORTFOLIOS = List.of("", "segment=CORPORATE&service=TEAMS");

    private ListRequests() {}

    /** Returns paths by name: those of the pages. */
    static Map<String, String> ofPages() {
        // A list without any parameter may open a default view.
        return of("/engagements?page=0&", "/portfolio?");
    }

    /** Returns paths by name: those of the API, with as many engagements as a page has. */
    static Map<String, String> ofApi() {
        return of("/api/engagements?size=50&", "/api/portfolio?");
    }

    private static Map<String, String> of(String list, String portfolio) {
        Map<String, String> requests = new LinkedHashMap<>();
        for (String query : LISTS) {
            String path = query.startsWith("page=") ? list.replace("page=0&", "") : list;
            requests.put(query.isEmpty() ? "no filter" : "`" + name(query) + "`", path + query.replace(" ", "%20"));
        }
        for (String query : PORTFOLIOS) {
            requests.put(query.isEmpty() ? "the portfolio" : "the portfolio, `" + query + "`", portfolio + query);
        }
        return requests;
    }

    private static String name(String query) {
        String name = query;
        for (Map.Entry<String, String> moment : NAMES.entrySet()) {
            name = name.replace(moment.getKey(), moment.getValue());
        }
        return name;
    }
}
