package org.acmconversation.input;

import java.util.Optional;
import java.util.regex.Pattern;

/** Rules for every response, whatever the request was. */
class ResponseRules {

    private static final Pattern INSIDE = Pattern.compile(
            "\\b(java|javax|jakarta|sun|org|com|de|io)\\.[a-z0-9_]+\\.[A-Za-z]"
                    + "|\\tat |stackTrace|(?i:\\bselect\\b.+\\bfrom\\b|\\binsert into\\b|\\bdelete from\\b|jdbc|sql ?state)");

    private static final Pattern EXCEPTION = Pattern.compile("[a-z]Exception\\b");

    private ResponseRules() {}

    /** Returns the rule that the response violates, if any. */
    static Optional<String> broken(Request request, Reply reply) {
        if (reply.status() >= 500 && !isUnsupportedHttp(reply)) {
            return Optional.of("is blamed on the server");
        }
        boolean fromEngine =
                request.target().startsWith("/engine-rest") || request.target().startsWith(WebappRequests.ROOT);
        // The engine's variables and the export of personal data name the classes of values.
        boolean isVariable = (fromEngine || request.target().contains("/personal-data")) && reply.status() == 200;
        if (!isVariable && INSIDE.matcher(reply.body()).find()) {
            return Optional.of("tells what is inside");
        }
        // The type in the engine's responses is documented as the name of an exception.
        if (!fromEngine && EXCEPTION.matcher(reply.body()).find()) {
            return Optional.of("names an exception");
        }
        if (reply.status() < 400 || request.method().equals("HEAD")) {
            return Optional.empty();
        }
        if (request.target().startsWith("/api") && !isProblem(reply)) {
            return Optional.of("is no problem document");
        }
        if (fromEngine && !isProblem(reply) && !isEngineProblem(reply)) {
            return Optional.of("does not say what is wrong");
        }
        return Optional.empty();
    }

    /** RFC 9110 requires 501 for an unknown transfer coding and 505 for an unknown version of HTTP. */
    private static boolean isUnsupportedHttp(Reply reply) {
        return (reply.status() == 501 || reply.status() == 505)
                && reply.contentType().startsWith("application/problem+json");
    }

    private static boolean isProblem(Reply reply) {
        return reply.contentType().startsWith("application/problem+json")
                && reply.json().path("type").asText().startsWith("/problems/")
                && reply.json().path("status").asInt() == reply.status();
    }

    private static boolean isEngineProblem(Reply reply) {
        return reply.contentType().startsWith("application/json")
                && reply.json().path("type").isTextual()
                && reply.json().path("message").isTextual();
    }
}
