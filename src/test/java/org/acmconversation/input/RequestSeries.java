package org.acmconversation.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Sends many requests sequentially. Fails if a response breaks {@link ResponseRules} or if the database changes
 * although all requests were rejected or only read.
 */
class RequestSeries {

    private static final int BATCH = 20;

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final long seed;
    private final Connection connection;
    private final TableContents contents;
    private final List<Sent> unverified = new ArrayList<>();
    private Map<String, String> before;

    private record Sent(int index, Request request) {}

    RequestSeries(long seed, Connection connection, JdbcTemplate database) {
        this.seed = seed;
        this.connection = connection;
        this.contents = new TableContents(database);
    }

    /** @param requests creates a request from random numbers that depend only on the seed and the request's number */
    Tally send(int count, Function<SeededRandom, Request> requests) {
        var tally = new Tally();
        before = contents.read();
        for (int index = 0; index < count; index++) {
            var sent = new Sent(index, requests.apply(new SeededRandom(seed, index)));
            Reply reply = connection.send(sent.request());
            Optional<String> broken = ResponseRules.broken(sent.request(), reply);
            if (broken.isPresent()) {
                throw new AssertionError("An answer %s:%n%s%n%nto %s".formatted(broken.get(), reply, described(sent)));
            }
            tally.add(reply);
            if (changesNothing(sent.request(), reply)) {
                unverified.add(sent);
            } else {
                sendAgain();
            }
            if (unverified.size() >= BATCH || index == count - 1) {
                verify();
            }
        }
        return tally;
    }

    private static boolean changesNothing(Request request, Reply reply) {
        return READING.contains(request.method()) || reply.changesNothing();
    }

    /** An accepted change hides what the requests before it changed, so they are sent again. */
    private void sendAgain() {
        Map<String, String> now = contents.read();
        if (!now.equals(before)) {
            before = now;
            for (Sent sent : unverified) {
                if (!changesNothing(sent.request(), connection.send(sent.request()))) {
                    before = contents.read();
                }
            }
            verify();
        }
    }

    private void verify() {
        Map<String, String> now = contents.read();
        if (!now.equals(before)) {
            throw new AssertionError("After requests that were refused the database is another: %s.%n%s"
                    .formatted(difference(before, now), culprits()));
        }
        unverified.clear();
    }

    /** Returns the requests that change something again, or all of them if none does. */
    private String culprits() {
        List<Sent> culprits = new ArrayList<>();
        for (Sent sent : unverified) {
            Map<String, String> once = contents.read();
            connection.send(sent.request());
            if (!contents.read().equals(once)) {
                culprits.add(sent);
            }
        }
        return (culprits.isEmpty() ? unverified : culprits)
                .stream().map(this::described).collect(Collectors.joining("\n\n"));
    }

    private static String difference(Map<String, String> before, Map<String, String> now) {
        Map<String, String> difference = new HashMap<>();
        now.forEach((table, content) -> {
            if (!content.equals(before.get(table))) {
                difference.put(table, "%s, then %s".formatted(before.get(table), content));
            }
        });
        return difference.toString();
    }

    private String described(Sent sent) {
        return "request %d of seed %d:%n%s".formatted(sent.index(), seed, sent.request());
    }
}
