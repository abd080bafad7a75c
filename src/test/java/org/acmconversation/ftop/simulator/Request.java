package org.acmconversation.ftop.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A client's request.
 *
 * @param headers headers by lower-case name
 */
public record Request(String method, String path, String query, Map<String, String> headers, byte[] body) {

    /** Returns the values of a query parameter, in order. */
    List<String> parameters(String name) {
        return Arrays.stream(query.split("&"))
                .filter(parameter -> parameter.startsWith(name + "="))
                .map(parameter -> URLDecoder.decode(parameter.substring(name.length() + 1), StandardCharsets.UTF_8))
                .toList();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
