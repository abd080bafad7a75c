package org.acmconversation.loopback;

import java.util.concurrent.atomic.AtomicReference;

/** Runs an action once, the next time that a test server reaches a certain point. */
public final class OneTimeHook {

    private static final Runnable NOTHING = () -> {};

    private final AtomicReference<Runnable> next = new AtomicReference<>(NOTHING);

    /** Sets the action of the next run. */
    public void set(Runnable what) {
        next.set(what);
    }

    /** Runs the action if there is one, and removes it. */
    public void run() {
        next.getAndSet(NOTHING).run();
    }
}
