package org.acmconversation.engine.model;

import java.util.List;
import java.util.Map;

/** Rules for new deployments beyond safety. Applied before the engine parses a deployment, however it arrives. */
@FunctionalInterface
public interface DeploymentRules {

    /**
     * Checks a deployment together with the models in use.
     *
     * @param deployment file content by name, already checked by {@link ModelCheck}
     * @param running the files currently in use
     * @param beans the beans that models may refer to
     * @return the objections; empty if there are none
     */
    List<Objection> check(Map<String, byte[]> deployment, Map<String, byte[]> running, AllowedBeans beans);
}
