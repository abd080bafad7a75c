package org.acmconversation.lanes;

import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much generated input a test takes, and from which seed. A build takes a tenth, from the same seed each time, so
 * that one commit always has one result; {@code -Pfuzz} takes all of it, from a new seed.
 */
public class Generated {

    private static final Logger log = LoggerFactory.getLogger(Generated.class);

    private static final double SCALE = Double.parseDouble(System.getProperty("fuzz.scale", "0.1"));
    private static final long SEED_OF_BUILDS = 20261128;
    private static final long SEED = seedOfThisRun();

    private Generated() {}

    /** Of so many in the whole size, how many this run takes. */
    public static int share(int whole) {
        return (int) Math.ceil(whole * SCALE);
    }

    /** Where this run begins; the log says how to repeat it. */
    public static long seed() {
        log.info("Generated input: repeat it with -Dseed={} -Dfuzz.scale={}", SEED, SCALE);
        return SEED;
    }

    private static long seedOfThisRun() {
        String given = System.getProperty("seed", "");
        if (given.isEmpty()) {
            return SCALE < 1 ? SEED_OF_BUILDS : ThreadLocalRandom.current().nextLong(Integer.MAX_VALUE);
        }
        return Long.parseLong(given);
    }
}
