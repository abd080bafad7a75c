package org.acmconversation.scenario;

import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Creates engines for trying out models. */
public interface ScratchModels {

    /**
     * Starts an engine with its own database, and deploys the models.
     *
     * @param models files by path below {@code processes/}, without scenarios
     * @param canceled checked at each activity; if true, the run ends
     * @throws ScenarioException if the models cannot be deployed
     */
    Scratch open(Map<String, byte[]> models, BooleanSupplier canceled);

    /** Models that are deployed for trying them out. */
    interface Scratch extends AutoCloseable {

        /** @throws ScenarioException if the scenario failed */
        void run(Scenario scenario);

        /** Returns the parts that scenarios have reached so far. */
        Set<ModelPart> reached();

        /**
         * Returns the parts that scenarios should reach: user tasks, branches of gateways, boundary events, and the
         * rows of the decisions that processes make.
         */
        Set<ModelPart> choices();

        @Override
        void close();
    }
}
