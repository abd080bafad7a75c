package org.acmconversation.ftop.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.acmconversation.loopback.ReservedPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts connections on a loopback port, or refuses them for a while. */
class Listener implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Listener.class);
    private static final int MAX_CONNECTIONS = 128;
    private static final ThreadFactory DAEMONS = task -> {
        var thread = new Thread(task, "ftop-simulator");
        thread.setDaemon(true);
        return thread;
    };

    private final Function<Request, Reply> handler;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, MAX_CONNECTIONS + 1, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), DAEMONS);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(DAEMONS);

    private final ReservedPort reserved;
    private ServerSocket socket;
    private CountDownLatch accepting = new CountDownLatch(0);
    private boolean closed;

    /** @param port 0 for any free port */
    Listener(int port, Function<Request, Reply> handler) {
        this.reserved = new ReservedPort(port);
        this.handler = handler;
        comeBack();
    }

    int port() {
        return reserved.number();
    }

    int connections() {
        return connections.size();
    }

    synchronized void comeBack() {
        if (closed || socket != null) {
            return;
        }
        try {
            socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
            ServerSocket listening = socket;
            var ended = new CountDownLatch(1);
            threads.execute(() -> accept(listening, ended));
            accepting = ended;
        } catch (IOException busy) {
            throw new UncheckedIOException("The simulated FTOP cannot listen on port " + port(), busy);
        }
    }

    /** Closes the port and all connections. */
    synchronized void goDown() {
        if (socket != null) {
            quietly(socket);
            socket = null;
            awaitAcceptor();
        }
        connections.forEach(Listener::quietly);
    }

    /** A closed socket keeps its port until the thread that accepts connections has left it. */
    private void awaitAcceptor() {
        try {
            if (!accepting.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The simulated FTOP does not stop listening on port " + port());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void goDown(Duration time) {
        goDown();
        timer.schedule(this::comeBack, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void close() {
        closed = true;
        goDown();
        reserved.close();
        timer.shutdownNow();
        threads.shutdownNow();
    }

    private void accept(ServerSocket listening, CountDownLatch ended) {
        try {
            while (!listening.isClosed()) {
                Socket connection = listening.accept();
                connections.add(connection);
                if (listening.isClosed()) {
                    end(connection);
                } else {
                    serve(connection);
                }
            }
        } catch (IOException goneDown) {
            log.debug("The simulated FTOP no longer listens: {}", goneDown.getMessage());
        } finally {
            ended.countDown();
        }
    }

    private void serve(Socket connection) {
        try {
            threads.execute(() -> {
                try {
                    var wire = new Wire(connection);
                    Request request = wire.read();
                    while (request != null && wire.write(handler.apply(request))) {
                        request = wire.read();
                    }
                } catch (IOException broken) {
                    // Expected: clients disconnect, and faults break connections.
                } finally {
                    end(connection);
                }
            });
        } catch (RejectedExecutionException tooMany) {
            end(connection);
        }
    }

    private void end(Socket connection) {
        quietly(connection);
        connections.remove(connection);
    }

    private static void quietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception alreadyGone) {
            // Already closed.
        }
    }
}
