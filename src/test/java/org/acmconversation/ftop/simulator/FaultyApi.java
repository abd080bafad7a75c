package org.acmconversation.ftop.simulator;

import java.util.Map;
import java.util.function.Supplier;
import org.acmconversation.ftop.simulator.Reply.Delivery;

/** Applies {@link Faults} to requests. */
class FaultyApi {

    private static final String JSON = "application/json";
    private static final String RECORD = "{\"key\": \"%s\", \"reference\": %s, \"status\": %s}";
    private static final String OTHER_KEY = "00000000-0000-0000-0000-000000000000:1";

    private final Faults faults;
    private final Tokens tokens;
    private final Runnable goDown;

    FaultyApi(Faults faults, Tokens tokens, Runnable goDown) {
        this.faults = faults;
        this.tokens = tokens;
        this.goDown = goDown;
    }

    /** @param work handles the request without a fault */
    Reply answer(Fault fault, Request request, Supplier<Reply> work) {
        return switch (fault) {
            case SLOW_BEFORE_WORK -> {
                faults.beSlow();
                yield work.get();
            }
            case SLOW_AFTER_WORK -> {
                Reply reply = work.get();
                faults.beSlow();
                yield reply;
            }
            case FAIL -> failed();
            case FAIL_AFTER_WORK -> {
                work.get();
                yield failed();
            }
            case TOO_MANY_REQUESTS -> tooMuch(429);
            case UNAVAILABLE -> tooMuch(503);
            case DROP -> failed().with(Delivery.DROPPED);
            case DROP_AFTER_WORK -> work.get().with(Delivery.DROPPED);
            case ANSWER_TWICE -> work.get().with(Delivery.TWICE);
            case WORK_TWICE -> {
                work.get();
                yield work.get();
            }
            case DRIP -> work.get().with(Delivery.DRIPPED);
            case NOT_HTTP -> work.get().with(Delivery.GARBLED);
            case REFUSE -> Reply.problem(422, "Unprocessable Content", "Hoy no se admite esta tarea");
            case LOSE_TOKENS -> {
                tokens.lose();
                yield work.get();
            }
            case GO_DOWN -> {
                goDown.run();
                yield failed().with(Delivery.DROPPED);
            }
            default -> {
                work.get();
                yield garbage(fault, request);
            }
        };
    }

    private static Reply garbage(Fault fault, Request request) {
        String key = request.path().replaceFirst("^/v1/tasks/?", "").replaceFirst("/status$", "");
        return switch (fault) {
            case NOT_JSON -> Reply.of(200, JSON, "<html>\u0007 Bienvenido a FTOP </html>");
            case HUGE -> Reply.of(200, JSON, "{\"tasks\": [\"" + "x".repeat(2 * 1024 * 1024) + "\"]}");
            case WRONG_TYPES -> Reply.of(200, JSON, "{\"key\": 1, \"reference\": [], \"status\": {}, \"tasks\": 4}");
            case UNKNOWN_STATUS -> record(key, "\"FTOP-1\"", "\"ALMOST\u202e_DONE_\\u001b[2J" + "!".repeat(900) + "\"");
            case LONG_REFERENCE -> record(key, "\"" + "R".repeat(10_000) + "\"", "\"OPEN\"");
            case UNPRINTABLE_REFERENCE -> record(key, "\"FTOP\\u0000\\n1\"", "\"OPEN\"");
            case OTHER_KEY -> record(OTHER_KEY, "\"FTOP-1\"", "\"COMPLETED\"");
            case OTHER_CONTENT_TYPE -> Reply.of(200, "text/html", RECORD.formatted(key, "\"FTOP-1\"", "\"OPEN\""));
            case UNUSABLE_TOKEN ->
                Reply.of(200, JSON, "{\"access_token\": \"a\\nb\", \"token_type\": \"Bearer\", \"expires_in\": 3600}");
            case NOT_FTOP -> Reply.of(404, "text/html", "<html>404</html>");
            case REDIRECT -> new Reply(302, Map.of("Location", "/v1/tasks"), new byte[0], Delivery.WHOLE);
            default -> throw new IllegalArgumentException(fault + " is no garbage");
        };
    }

    /** A record that is also valid as a list with one element. */
    private static Reply record(String key, String reference, String status) {
        String task = RECORD.formatted(key.isEmpty() ? OTHER_KEY : key, reference, status);
        return Reply.of(200, JSON, task.substring(0, task.length() - 1) + ", \"tasks\": [" + task + "]}");
    }

    private static Reply failed() {
        return Reply.problem(500, "Internal Server Error", "The simulated FTOP failed");
    }

    private Reply tooMuch(int status) {
        return Reply.problem(status, "Too much to do", "Come back later")
                .with("Retry-After", String.valueOf(faults.retryAfter().toSeconds()));
    }
}
