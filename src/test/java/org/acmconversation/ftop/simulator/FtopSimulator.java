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
 * An FTOP to try the service with: it serves docs/ftop-api.yaml on loopback, keeps its tasks on its own, and does wrong
 * what it is told to, in Java or under /control.
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

    /** Starts on a free port, with nothing kept in the end. */
    public static FtopSimulator start() {
        return start(0, null);
    }

    /**
     * Starts on a port.
     *
     * @param file where the tasks are kept for the next start; null to keep nothing
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

    /** What goes wrong from now on. */
    public Faults faults() {
        return faults;
    }

    /** Refuses connections until it comes back, and cuts those that there are. */
    public void goDown() {
        listener.goDown();
    }

    /** Takes connections again. */
    public void comeBack() {
        listener.comeBack();
    }

    /** Accepts none of the tokens that it gave out. */
    public void loseTokens() {
        tokens.lose();
    }

    /** What came of all requests, a key each. */
    public List<TaskHistory> tasks() {
        return store.histories();
    }

    /** What came of all requests about a key. */
    public Optional<TaskHistory> task(FtopKey key) {
        return tasks().stream().filter(history -> history.key().equals(key)).findFirst();
    }

    /** Loses a task, as a restored backup would. */
    public void forget(FtopKey key) {
        store.forget(key);
    }

    /** How many requests about tasks arrived. */
    public int requests() {
        return requests.get();
    }

    /** How many connections are open. */
    public int connections() {
        return listener.connections();
    }

    /** How many tokens were given out. */
    public int tokensIssued() {
        return tokens.issued();
    }

    /** Shows each request and what was made of it to someone. */
    public void observe(BiConsumer<Request, Reply> by) {
        observer = by;
    }

    /** How to use it by hand. */
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

    /** Waits for ever, which keeps a program running that is nothing but this. */
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
