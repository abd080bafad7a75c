package org.acmconversation.engine.fuzz;

import org.acmconversation.engine.model.ModelCheck;

/** A program that checks hostile files and prints the result of each; the test runs it with little memory. */
class LowMemoryProgram {

    private LowMemoryProgram() {}

    public static void main(String[] files) {
        var check = new ModelCheck(new Beans());
        for (HostileFile nasty : HostileFile.values()) {
            byte[] content = nasty.content();
            long start = System.nanoTime();
            var objections = check.check(nasty.file(), content);
            long millis = (System.nanoTime() - start) / 1_000_000;
            int said = objections.stream().mapToInt(o -> o.toString().length()).sum();
            System.out.printf("%s %b %d %d%n", nasty, !objections.isEmpty(), millis, said);
        }
    }
}
