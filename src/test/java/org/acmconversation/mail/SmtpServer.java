package org.acmconversation.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that can refuse recipients and can disconnect without a reply to QUIT. */
class SmtpServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, String> refused;
    private final boolean hangsUp;
    private final List<String> taken = new CopyOnWriteArrayList<>();

    /** @param refused replies by refused recipient */
    SmtpServer(Map<String, String> refused, boolean hangsUp) throws IOException {
        this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.refused = refused;
        this.hangsUp = hangsUp;
        new Thread(this::accept, "smtp-server").start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Returns the recipients of accepted mails. */
    List<String> taken() {
        return taken;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII);
        out.print("220 ready\r\n");
        out.flush();
        String recipient = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String answer = "250 ok";
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("RCPT TO:")) {
                recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                answer = refused.getOrDefault(recipient, answer);
            } else if (command.equals("DATA")) {
                out.print("354 go on\r\n");
                out.flush();
                while (!".".equals(in.readLine())) {
                    // These tests do not look at the content.
                }
                taken.add(recipient);
            } else if (command.equals("QUIT")) {
                if (!hangsUp) {
                    out.print("221 bye\r\n");
                    out.flush();
                }
                return;
            }
            out.print(answer + "\r\n");
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
