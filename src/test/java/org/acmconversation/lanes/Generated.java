package org.acmconversation.lanes;

import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Amount and seed of generated input. A normal build uses a tenth of it with a fixed seed, so the same commit gives the
 * same result; {@code -Pfuzz} uses all of it with a new seed.
 */
public class Generated {

    private static final Logger log = LoggerFactory.getLogger(Generated.class);

    private static final double SCALE = Double.parseDouble(System.getProperty("fuzz.scale", "0.1"));
    private static final long SEED_OF_BUILDS = 20261128;
    private static final long SEED = seedOfThisRun();

    private Generated() {}

    /** Returns how many of a full run's items this run uses. */
    public static int share(int whole) {
        return (int) Math.ceil(whole * SCALE);
    }

    /** Returns how many items this run uses, with a fixed number for builds; for items that take long. */
    public static int share(int whole, int ofBuilds) {
        return SCALE < 1 ? ofBuilds : share(whole);
    }

    /** Returns the seed; the log says how to repeat the run. */
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
