package org.acmconversation.engine;

import java.util.List;
import java.util.Map;

/** What a new deployment must meet beyond being safe. Asked before the engine reads it, whichever way it comes in. */
@FunctionalInterface
public interface DeploymentRules {

    /**
     * Checks a deployment together with the models that it joins.
     *
     * @param deployment content of its files by name; {@link ModelCheck} found nothing unsafe in them
     * @param running the files that are in use now, without the deployment
     * @param beans the beans that models may name
     * @return what is wrong; empty if nothing is
     */
    List<Objection> check(Map<String, byte[]> deployment, Map<String, byte[]> running, AllowedBeans beans);
}
