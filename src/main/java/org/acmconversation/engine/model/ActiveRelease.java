package org.acmconversation.engine.model;

import java.util.Optional;

/** Port that returns the models with which new work starts. Deploying models alone does not change them. */
@FunctionalInterface
public interface ActiveRelease {

    /** Returns the deployment of the active release; empty if the latest version of each model is active. */
    Optional<String> deploymentId();
}
