package org.stockcamunda;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Code that nobody may get to run. It only counts how often somebody did. */
public class Intruder implements JavaDelegate {

    private static final AtomicInteger RUNS = new AtomicInteger();

    public Intruder() {
        RUNS.incrementAndGet();
    }

    /** How often it has run so far. */
    public static int runs() {
        return RUNS.get();
    }

    @Override
    public void execute(DelegateExecution execution) {
        RUNS.incrementAndGet();
    }
}
