package org.acmconversation.input;

/** Irregularities of a request other than its parameters and content. */
class Protocol {

    private Protocol() {}

    /** Reads a resource. */
    static String reading(SeededRandom chance) {
        return chance.oneIn(8) ? "HEAD" : "GET";
    }

    static String method(SeededRandom chance) {
        return chance.of(
                "GET",
                "HEAD",
                "POST",
                "PUT",
                "PATCH",
                "DELETE",
                "OPTIONS",
                "TRACE",
                "CONNECT",
                "PROPFIND",
                "get",
                "X",
                "\u00fc",
                "GE\u0000T");
    }

    /** Sends the body correctly or, one time in four, incorrectly. */
    static Request withBody(Request request, String contentType, byte[] body, SeededRandom chance) {
        if (!chance.oneIn(4)) {
            return request.withBody(contentType, body);
        }
        return switch (chance.below(9)) {
            case 0 -> request.withBody(contentType + "; charset=" + charset(chance), body);
            case 1 -> request.withBody(contentType, body).with("Content-Encoding", chance.of("gzip", "br", "x"));
            case 2 -> request.with("Content-Length", "" + body.length).withContent(body);
            case 3 ->
                request.with("Content-Type", contentType)
                        .with(
                                "Content-Length",
                                chance.of("" + (body.length + 7), "-1", "x", "99999999999999999999", ""))
                        .withContent(body)
                        .closing();
            case 4 ->
                request.with("Content-Type", contentType)
                        .with("Transfer-Encoding", chance.of("chunked", "gzip", "chunked, chunked", "x"))
                        .withContent(body)
                        .closing();
            case 5 -> request.withBody(contentType, body).with("Accept", accept(chance));
            case 6 -> request.withBody(contentType, body).with("Expect", chance.of("100-continue", "nonsense"));
            case 7 -> request.withBody(contentType, body).with("Content-Type", contentType(chance));
            default -> request.withBody(contentType(chance), body);
        };
    }

    static Request without(Request request, SeededRandom chance) {
        return switch (chance.below(10)) {
            case 0 -> request.with("Accept", accept(chance));
            case 1 ->
                request.with(header(chance), InvalidValues.inHeader(chance)).closing();
            default -> request;
        };
    }

    private static String header(SeededRandom chance) {
        return chance.of(
                "Accept",
                "Accept-Language",
                "Accept-Charset",
                "Accept-Encoding",
                "Cookie",
                "Content-Type",
                "Forwarded",
                "Host",
                "If-Modified-Since",
                "If-None-Match",
                "Origin",
                "Range",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-HTTP-Method-Override",
                "bad name",
                "");
    }

    private static String charset(SeededRandom chance) {
        return chance.of("UTF-16", "ISO-8859-1", "UTF-7", "nonsense", "", "\"", "x".repeat(500), "IBM1047");
    }

    private static String accept(SeededRandom chance) {
        return chance.of(
                "application/xml",
                "text/html",
                "image/*",
                "application/json;q=0",
                "application/json;q=x",
                "*",
                "*/json",
                "/",
                ";",
                "",
                "application/hal+json",
                "a/b,".repeat(200));
    }

    private static String contentType(SeededRandom chance) {
        return chance.of(
                "text/plain",
                "text/csv",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "application/merge-patch+json",
                "application/json; charset=\u00fc",
                "application/x-java-serialized-object",
                "application/",
                "/",
                "*/*",
                "",
                "nonsense");
    }
}
