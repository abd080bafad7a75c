package org.acmconversation.input;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Sends raw bytes, which Java's HTTP client would refuse, and reuses the connection while it is in a known state. */
class Connection implements AutoCloseable {

    private static final int PATIENCE_IN_MILLIS = 30_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    Connection(int port) {
        this.port = port;
    }

    Reply send(Request request) {
        boolean used = socket != null;
        Reply reply = sendOnce(request);
        // The server may have closed the connection after its response.
        return reply == Reply.NONE && used && request.open() ? sendOnce(request) : reply;
    }

    private Reply sendOnce(Request request) {
        try {
            open();
            try {
                socket.getOutputStream().write(request.bytes());
                if (!request.open()) {
                    socket.shutdownOutput();
                }
            } catch (SocketException e) {
                // The server may respond and disconnect before it has read everything; its response can still be read.
            }
            Reply reply = read(request.method().equals("HEAD"));
            if (!request.open() || in.available() > 0) {
                close();
            }
            return reply;
        } catch (SocketException e) {
            close();
            return Reply.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException("No answer to\n" + request, e);
        }
    }

    private void open() throws IOException {
        if (socket == null) {
            socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(PATIENCE_IN_MILLIS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
    }

    private Reply read(boolean headOnly) throws IOException {
        String statusLine = line();
        if (statusLine.isEmpty()) {
            close();
            return Reply.NONE;
        }
        if (!statusLine.startsWith("HTTP/")) {
            // The request has no HTTP version, so the response has no header.
            String text = statusLine + new String(in.readAllBytes(), StandardCharsets.UTF_8);
            close();
            return new Reply(0, "", text);
        }
        int status = Integer.parseInt(statusLine.split(" ")[1]);
        Map<String, String> headers = new HashMap<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            String[] parts = header.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].trim());
        }
        if (status < 200) {
            return read(headOnly);
        }
        byte[] body = headOnly || status == 204 || status == 304 ? new byte[0] : body(headers);
        if (headers.getOrDefault("connection", "").equals("close")) {
            close();
            in = InputStream.nullInputStream();
        }
        return new Reply(status, headers.getOrDefault("content-type", ""), new String(body, StandardCharsets.UTF_8));
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return in.readNBytes(Integer.parseInt(headers.get("content-length")));
        }
        if (!headers.containsKey("transfer-encoding")) {
            return in.readAllBytes();
        }
        var body = new ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(line().trim(), 16);
            body.writeBytes(in.readNBytes(length));
            line();
            if (length == 0) {
                return body.toByteArray();
            }
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The connection cannot be closed", e);
        } finally {
            socket = null;
        }
    }
}
