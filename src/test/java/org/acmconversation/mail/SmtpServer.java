package org.acmconversation.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.acmconversation.loopback.OneTimeHook;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mail server that can refuse recipients and can disconnect without a reply to QUIT. */
public class SmtpServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SmtpServer.class);

    private final ServerSocket socket;
    private final Map<String, String> refused;
    private final boolean hangsUp;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> contents = new CopyOnWriteArrayList<>();
    private final OneTimeHook beforeContent = new OneTimeHook();
    private final OneTimeHook beforeAnswer = new OneTimeHook();
    private final OneTimeHook afterAnswer = new OneTimeHook();

    /** Creates a server that accepts everything. */
    public SmtpServer() throws IOException {
        this(Map.of(), false);
    }

    /** @param refused replies by refused recipient */
    SmtpServer(Map<String, String> refused, boolean hangsUp) throws IOException {
        this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.refused = refused;
        this.hangsUp = hangsUp;
        new Thread(this::accept, "smtp-server").start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Returns the accepted emails, including their headers. */
    public List<String> contents() {
        return contents;
    }

    /** Runs before the server asks for an email's content. */
    public OneTimeHook beforeContent() {
        return beforeContent;
    }

    /** Runs after the server has stored an email and before it responds. */
    public OneTimeHook beforeAnswer() {
        return beforeAnswer;
    }

    /** Runs after the server has accepted an email. */
    public OneTimeHook afterAnswer() {
        return afterAnswer;
    }

    /** Returns the recipients of accepted emails. */
    public List<String> taken() {
        return taken;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (SocketException e) {
                if (!socket.isClosed()) {
                    log.debug("The sender disconnected", e);
                }
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
                beforeContent.run();
                out.print("354 go on\r\n");
                out.flush();
                String content = content(in);
                if (content == null) {
                    return;
                }
                contents.add(content);
                taken.add(recipient);
                beforeAnswer.run();
                out.print("250 taken\r\n");
                out.flush();
                afterAnswer.run();
                continue;
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

    /** Returns an email's content; null if the sender disconnected before its end. */
    private static @Nullable String content(BufferedReader in) throws IOException {
        var content = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                return content.toString();
            }
            content.append(line).append("\r\n");
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
