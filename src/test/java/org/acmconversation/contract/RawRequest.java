package org.acmconversation.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends requests that Java's HTTP client refuses to send: raw bytes in headers, or a body shorter than announced. */
class RawRequest {

    private final ApiClient client;

    private RawRequest(ApiClient client) {
        this.client = client;
    }

    static RawRequest to(ApiClient client) {
        return new RawRequest(client);
    }

    /**
     * Sends a request with the client's credentials and reads the response until the connection ends.
     *
     * @param head request line and headers, each followed by a line break
     */
    Answer send(String head, String body) {
        try (var socket = new Socket("127.0.0.1", client.port())) {
            socket.setSoTimeout(30_000);
            String request = head.replace("\n", "\r\n")
                    + "Host: localhost\r\nConnection: close\r\nAuthorization: " + client.authorization() + "\r\n\r\n"
                    + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return answer(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("The request got no answer", e);
        }
    }

    private static Answer answer(InputStream in) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        int endOfHead = text.indexOf("\r\n\r\n");
        String[] head = text.substring(0, endOfHead).split("\r\n");
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (int i = 1; i < head.length; i++) {
            String[] header = head[i].split(": ?", 2);
            headers.put(header[0], List.of(header[1]));
        }
        return new Answer(
                Integer.parseInt(head[0].split(" ")[1]),
                HttpHeaders.of(headers, (name, value) -> true),
                content(text.substring(endOfHead + 4), headers));
    }

    /** Decodes a chunked body. */
    private static String content(String body, Map<String, List<String>> headers) {
        if (!headers.containsKey("Transfer-Encoding")) {
            return body;
        }
        var content = new StringBuilder();
        String rest = body;
        while (true) {
            int endOfLine = rest.indexOf("\r\n");
            int length = Integer.parseInt(rest.substring(0, endOfLine).trim(), 16);
            if (length == 0) {
                return content.toString();
            }
            content.append(rest, endOfLine + 2, endOfLine + 2 + length);
            rest = rest.substring(endOfLine + 2 + length + 2);
        }
    }
}
