package org.acmconversation.ftop.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.acmconversation.ftop.FtopKey;

/**
 * A simulated FTOP: serves docs/ftop-api.yaml on loopback, stores its own tasks, and injects faults set in Java or
 * under /control.
 */
public class FtopSimulator implements AutoCloseable {

    public static final String CLIENT_ID = "acm";
    public static final String CLIENT_SECRET = "a-secret-of-the-simulator";

    private final Faults faults = new Faults();
    private final Tokens tokens = new Tokens();
    private final AtomicInteger requests = new AtomicInteger();
    private final TaskStore store;
    private final TaskApi api;
    private final FaultyApi faulty;
    private final ControlApi control;
    private final Listener listener;
    private volatile BiConsumer<Request, Reply> observer = (request, reply) -> {};

    private FtopSimulator(int port, Path file) {
        store = new TaskStore(file);
        api = new TaskApi(store, tokens, faults);
        faulty = new FaultyApi(faults, tokens, this::goDownForAWhile);
        control = new ControlApi(faults, store::histories);
        listener = new Listener(port, this::answer);
    }

    /** Starts on a free port without storing tasks. */
    public static FtopSimulator start() {
        return start(0, null);
    }

    /**
     * Starts on a port.
     *
     * @param file stores the tasks for the next start; null to store nothing
     */
    public static FtopSimulator start(int port, Path file) {
        return new FtopSimulator(port, file);
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + listener.port());
    }

    public URI tokenUri() {
        return baseUrl().resolve("/oauth2/token");
    }

    /** Returns the faults to inject. */
    public Faults faults() {
        return faults;
    }

    /** Closes all connections and refuses new ones until it comes back. */
    public void goDown() {
        listener.goDown();
    }

    /** Accepts connections again. */
    public void comeBack() {
        listener.comeBack();
    }

    /** Invalidates all issued tokens. */
    public void loseTokens() {
        tokens.lose();
    }

    /** Returns the history of all keys. */
    public List<TaskHistory> tasks() {
        return store.histories();
    }

    /** Returns the history of a key. */
    public Optional<TaskHistory> task(FtopKey key) {
        return tasks().stream().filter(history -> history.key().equals(key)).findFirst();
    }

    /** Loses a task, as a restored backup would. */
    public void forget(FtopKey key) {
        store.forget(key);
    }

    /** Returns the number of task requests. */
    public int requests() {
        return requests.get();
    }

    /** Returns the number of open connections. */
    public int connections() {
        return listener.connections();
    }

    /** Returns the number of issued tokens. */
    public int tokensIssued() {
        return tokens.issued();
    }

    /** Registers an observer of requests and responses. */
    public void observe(BiConsumer<Request, Reply> by) {
        observer = by;
    }

    /** Returns instructions for manual use. */
    public String usage() {
        return """
                A simulated FTOP is at %1$s (docs/ftop-api.yaml), for the client %2$s with the secret %3$s.
                  curl -s %1$s/control/tasks                                          # what it has
                  curl -s %1$s/control/faults -d '{"chances": {"FAIL": 0.5}, "seed": 7}'  # what goes wrong from now on
                  curl -s %1$s/control/faults -d '{}'                                 # nothing goes wrong any more
                Faults: %4$s
                Other settings: next, nextForTokens, refused, slowness, retryAfter, downTime, ignoreKeys
                """.formatted(baseUrl(), CLIENT_ID, CLIENT_SECRET, List.of(Fault.values()));
    }

    /** Blocks forever, to keep a standalone simulator running. */
    public void join() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        faults.clear();
        listener.close();
    }

    private void goDownForAWhile() {
        listener.goDown(faults.downTime());
    }

    private Reply answer(Request request) {
        if (request.path().startsWith("/control/")) {
            return control.answer(request);
        }
        Reply reply;
        if (request.path().equals("/oauth2/token")) {
            reply = faults.drawForTokens()
                    .map(fault -> faulty.answer(fault, request, () -> tokens.issue(request)))
                    .orElseGet(() -> tokens.issue(request));
        } else {
            requests.incrementAndGet();
            reply = faults.draw()
                    .map(fault -> faulty.answer(fault, request, () -> api.answer(request)))
                    .orElseGet(() -> api.answer(request));
        }
        observer.accept(request, reply);
        return reply;
    }
}
