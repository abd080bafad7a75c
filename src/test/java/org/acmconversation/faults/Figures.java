package org.acmconversation.faults;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A node's current use of resources, from its metrics.
 *
 * @param connections in use
 * @param timeouts requests for a connection that timed out since the node's start
 * @param files open files, including sockets
 * @param heap bytes in use, including garbage
 */
record Figures(long connections, long timeouts, long threads, long files, long heap) {

    /** @param page metrics in Prometheus' format */
    static Figures of(String page) {
        return new Figures(
                sum(page, "hikaricp_connections_active\\{.*}"),
                sum(page, "hikaricp_connections_timeout_total\\{.*}"),
                sum(page, "jvm_threads_live_threads"),
                sum(page, "process_files_open_files"),
                sum(page, "jvm_memory_used_bytes\\{area=\"heap\".*}"));
    }

    private static long sum(String page, String series) {
        Matcher figure =
                Pattern.compile("^" + series + " (\\S+)$", Pattern.MULTILINE).matcher(page);
        if (!figure.find()) {
            throw new IllegalStateException("The node says nothing of " + series);
        }
        double sum = 0;
        do {
            sum += Double.parseDouble(figure.group(1));
        } while (figure.find());
        return (long) sum;
    }

    Figures withHeap(long bytes) {
        return new Figures(connections, timeouts, threads, files, bytes);
    }

    /** Returns the larger value of each. */
    Figures or(Figures other) {
        return new Figures(
                Math.max(connections, other.connections),
                Math.max(timeouts, other.timeouts),
                Math.max(threads, other.threads),
                Math.max(files, other.files),
                Math.max(heap, other.heap));
    }
}
