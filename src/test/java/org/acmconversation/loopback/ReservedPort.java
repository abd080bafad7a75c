package org.acmconversation.loopback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A loopback port that a server can use, leave and use again, while no other process is given it.
 *
 * <p>A port that was free a moment ago may be in use by the time a server listens on it. The socket that holds it is
 * bound but does not listen: connections are refused until the server, which has to set {@code SO_REUSEADDR}, binds the
 * same port. (Servers of Java, Tomcat and PostgreSQL do set it on Linux and macOS.)
 */
public final class ReservedPort implements AutoCloseable {

    private final Socket holder = new Socket();

    /** Reserves a free port. */
    public ReservedPort() {
        this(0);
    }

    /** @param number 0 for any free port */
    public ReservedPort(int number) {
        try {
            holder.setReuseAddress(true);
            holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
        } catch (IOException e) {
            throw new UncheckedIOException("The port cannot be reserved", e);
        }
    }

    public int number() {
        return holder.getLocalPort();
    }

    @Override
    public void close() {
        try {
            holder.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The port was not given back", e);
        }
    }
}
