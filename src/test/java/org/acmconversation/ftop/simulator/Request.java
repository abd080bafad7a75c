package org.acmconversation.ftop.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a client sent.
 *
 * @param headers by their names in small letters
 */
public record Request(String method, String path, String query, Map<String, String> headers, byte[] body) {

    /** The values of a query parameter, in their order. */
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
