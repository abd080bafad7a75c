package org.acmconversation.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long one application takes on one Java until it answers, and what memory it holds then. */
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
     * @param java what is said of the Java
     * @param command of the Java
     */
    StartUp(String name, String java, Application application, String command, List<String> options) {
        this.name = name;
        this.java = java;
        this.application = application;
        this.command = command;
        this.options = options;
    }

    /** Once more, and ends it. */
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

    /** In the order of the starts. */
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
