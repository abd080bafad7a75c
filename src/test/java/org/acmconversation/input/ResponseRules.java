package org.acmconversation.input;

import java.util.Optional;
import java.util.regex.Pattern;

/** What holds for every answer, whatever was asked. */
class ResponseRules {

    private static final Pattern INSIDE = Pattern.compile(
            "\\b(java|javax|jakarta|sun|org|com|de|io)\\.[a-z0-9_]+\\.[A-Za-z]"
                    + "|\\tat |stackTrace|(?i:\\bselect\\b.+\\bfrom\\b|\\binsert into\\b|\\bdelete from\\b|jdbc|sql ?state)");

    private static final Pattern EXCEPTION = Pattern.compile("[a-z]Exception\\b");

    private ResponseRules() {}

    /** What the answer does not keep, if anything. */
    static Optional<String> broken(Request request, Reply reply) {
        if (reply.status() >= 500 && !isNotHttpAsWeKnowIt(reply)) {
            return Optional.of("is blamed on the server");
        }
        boolean fromEngine =
                request.target().startsWith("/engine-rest") || request.target().startsWith(WebappRequests.ROOT);
        // The engine's variables say of which class they are, and so does the export of all that is kept.
        boolean isVariable = (fromEngine || request.target().contains("/personal-data")) && reply.status() == 200;
        if (!isVariable && INSIDE.matcher(reply.body()).find()) {
            return Optional.of("tells what is inside");
        }
        // The engine's answers have a type, which is the name of an exception by its documentation.
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

    /** RFC 9110 asks for 501 to a transfer coding, and for 505 to a version of HTTP, that the server does not know. */
    private static boolean isNotHttpAsWeKnowIt(Reply reply) {
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
