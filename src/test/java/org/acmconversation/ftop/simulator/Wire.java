package org.acmconversation.ftop.simulator;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A minimal HTTP/1.1 connection that can violate the protocol. */
class Wire {

    private static final int MAX_LINE = 16 * 1024;
    private static final int MAX_BODY = 1024 * 1024;
    private static final int DRIP_MILLIS = 20;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** @return null once the client has closed the connection */
    Request read() throws IOException {
        String first = line();
        if (first == null) {
            return null;
        }
        String[] words = first.split(" ");
        if (words.length != 3) {
            throw new IOException("No HTTP request: " + first);
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); line != null && !line.isEmpty(); line = line()) {
            String[] header = line.split(":", 2);
            headers.put(header[0].strip().toLowerCase(Locale.ROOT), header.length == 2 ? header[1].strip() : "");
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        if (length > MAX_BODY || headers.containsKey("transfer-encoding")) {
            throw new IOException("Bodies come with a length of up to " + MAX_BODY);
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException();
        }
        String[] target = words[1].split("\\?", 2);
        return new Request(words[0], target[0], target.length == 2 ? target[1] : "", headers, body);
    }

    /** @return whether the connection can be reused */
    boolean write(Reply reply) throws IOException {
        byte[] bytes = bytes(reply);
        switch (reply.delivery()) {
            case WHOLE -> out.write(bytes);
            case TWICE -> {
                out.write(bytes);
                out.write(bytes);
            }
            case DRIPPED -> drip(bytes);
            case GARBLED -> out.write("220 mail.example.com\u0007 ready\r\n".getBytes(StandardCharsets.US_ASCII));
            case DROPPED -> {
                return false;
            }
        }
        out.flush();
        return reply.delivery() == Reply.Delivery.WHOLE || reply.delivery() == Reply.Delivery.TWICE;
    }

    private void drip(byte[] bytes) throws IOException {
        int head = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
        out.write(bytes, 0, head);
        // Until the client gives up: leading spaces are valid JSON and could continue forever.
        socket.setSoTimeout(DRIP_MILLIS);
        while (!hasLeft()) {
            out.write(' ');
            out.flush();
        }
    }

    /** Whether the client has disconnected: a client that waits for a response sends nothing. */
    private boolean hasLeft() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException isStillThere) {
            return false;
        }
    }

    private static byte[] bytes(Reply reply) {
        var bytes = new ByteArrayOutputStream();
        var head = new StringBuilder("HTTP/1.1 " + reply.status() + " Simulated\r\n");
        reply.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        long length = reply.delivery() == Reply.Delivery.DRIPPED ? Integer.MAX_VALUE : reply.body().length;
        head.append("Content-Length: " + length + "\r\n\r\n");
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(reply.body());
        return bytes.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0 || line.length() > MAX_LINE) {
                return null;
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }
}
