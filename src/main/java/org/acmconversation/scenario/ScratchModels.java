package org.acmconversation.scenario;

import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Makes engines on which models are tried out. */
public interface ScratchModels {

    /**
     * Starts an engine with a database of its own, and deploys the models.
     *
     * @param models files by path below {@code processes/}, without scenarios
     * @param canceled ends what runs at its next activity
     * @throws ScenarioFailure if the models cannot be deployed
     */
    Scratch open(Map<String, byte[]> models, BooleanSupplier canceled);

    /** Models that are tried out. */
    interface Scratch extends AutoCloseable {

        /** @throws ScenarioFailure if it went otherwise */
        void run(Scenario scenario);

        /** Returns what the scenarios have reached so far. */
        Set<ModelPart> reached();

        /**
         * Returns what scenarios shall reach: user tasks, branches of gateways, boundary events, and the rows of the
         * decisions that processes make.
         */
        Set<ModelPart> choices();

        @Override
        void close();
    }
}
