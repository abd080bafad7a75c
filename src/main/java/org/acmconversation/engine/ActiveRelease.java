package org.acmconversation.engine;

import java.util.Optional;

/** Says which models new work starts with. Deploying models alone does not change that. */
@FunctionalInterface
public interface ActiveRelease {

    /** Returns the deployment of the active release; empty if the latest version of each model is active. */
    Optional<String> deploymentId();
}
