package org.acmconversation.lanes;

/**
 * A test class that was run.
 *
 * @param start when it began, in milliseconds since the epoch
 * @param end when it ended
 * @param tests number of tests, including those of nested classes
 */
record TestedClass(String lane, String name, long start, long end, int tests) {

    static TestedClass of(String line) {
        String[] values = line.split("\t");
        return new TestedClass(
                values[0],
                values[1],
                Long.parseLong(values[2]),
                Long.parseLong(values[3]),
                Integer.parseInt(values[4]));
    }

    long millis() {
        return end - start;
    }

    String line() {
        return "%s\t%s\t%d\t%d\t%d\n".formatted(lane, name, start, end, tests);
    }
}
