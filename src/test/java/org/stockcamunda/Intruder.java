package org.stockcamunda;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Code that attackers must not be able to run. It counts how often it ran. */
public class Intruder implements JavaDelegate {

    private static final AtomicInteger RUNS = new AtomicInteger();

    public Intruder() {
        RUNS.incrementAndGet();
    }

    /** Returns how often it has run. */
    public static int runs() {
        return RUNS.get();
    }

    @Override
    public void execute(DelegateExecution execution) {
        RUNS.incrementAndGet();
    }
}
