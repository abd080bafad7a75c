package org.acmconversation.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Start-up time and memory of one application on one Java. */
class StartUp {

    private final String name;
    private final String java;
    private final Application application;
    private final String command;
    private final List<String> options;
    private final List<Duration> took = new ArrayList<>();
    private final List<Duration> cpu = new ArrayList<>();
    private final List<Long> megabytes = new ArrayList<>();

    /**
     * @param name of the application
     * @param java description of the Java
     * @param command path of the Java
     */
    StartUp(String name, String java, Application application, String command, List<String> options) {
        this.name = name;
        this.java = java;
        this.application = application;
        this.command = command;
        this.options = options;
    }

    /** Starts it once more and stops it. */
    void start() throws IOException {
        long start = System.nanoTime();
        application.start(command, options);
        took.add(Duration.ofNanos(System.nanoTime() - start));
        cpu.add(application.cpu());
        megabytes.add(application.residentMegabytes());
        application.close();
    }

    String name() {
        return name;
    }

    String java() {
        return java;
    }

    double seconds() {
        return seconds(median(took));
    }

    /** Returns the durations in the order of the starts. */
    List<Double> eachSeconds() {
        return took.stream().map(StartUp::seconds).toList();
    }

    double cpuSeconds() {
        return seconds(median(cpu));
    }

    long megabytes() {
        return median(megabytes);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static <T extends Comparable<T>> T median(List<T> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
