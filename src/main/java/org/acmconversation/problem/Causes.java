package org.acmconversation.problem;

import java.util.Objects;
import java.util.stream.Stream;

/** Why something failed. */
public final class Causes {

    /** Causes may form a cycle. */
    private static final int MAX = 100;

    private Causes() {}

    /** Returns a failure and its causes, outermost first, at most 100. */
    public static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MAX);
    }
}
