package org.acmconversation.input;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The bytes of a request, well-formed or not.
 *
 * @param head request line and headers, without the final empty line
 * @param open whether a further request can follow on the same connection; if not, the server is told that nothing more
 *     comes, since it may be waiting for the rest
 */
record Request(byte[] head, byte[] body, boolean open) {

    private static final int SHOWN = 3_000;

    static Request of(String user, String method, String target, String... headers) {
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        if (user != null) {
            head.append("Authorization: ").append(login(user)).append("\r\n");
        }
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        return new Request(head.toString().getBytes(StandardCharsets.UTF_8), new byte[0], true);
    }

    /** The value of the header {@code Authorization} for one of the local accounts. */
    static String login(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }

    Request with(String header, String value) {
        byte[] line = (header + ": " + value + "\r\n").getBytes(StandardCharsets.UTF_8);
        boolean splits = value.chars().anyMatch(c -> c == '\r' || c == '\n');
        return new Request(joined(head, line), body, open && !splits);
    }

    Request withBody(String contentType, byte[] content) {
        return with("Content-Type", contentType)
                .with("Content-Length", "" + content.length)
                .withContent(content);
    }

    Request withContent(byte[] content) {
        return new Request(head, content, open);
    }

    Request withHead(byte[] other) {
        return new Request(other, body, false);
    }

    Request closing() {
        return new Request(head, body, false);
    }

    byte[] bytes() {
        return joined(head, "\r\n".getBytes(StandardCharsets.US_ASCII), body);
    }

    String method() {
        return words()[0];
    }

    String target() {
        return words().length > 1 ? words()[1] : "";
    }

    private String[] words() {
        return new String(head, StandardCharsets.ISO_8859_1).split(" ", 3);
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Escapes every byte that is not visible ASCII, so that the request can be reproduced from a message. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (byte b : bytes()) {
            if (text.length() > SHOWN) {
                return text + "… (%d bytes)".formatted(bytes().length);
            }
            text.append(
                    b == '\n' ? "\n" : b == '\r' ? "" : b >= ' ' && b < 127 ? "" + (char) b : "\\x%02x".formatted(b));
        }
        return text.toString();
    }
}
