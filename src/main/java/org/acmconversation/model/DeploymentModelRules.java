package org.acmconversation.model;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acmconversation.engine.model.AllowedBeans;
import org.acmconversation.engine.model.DeploymentRules;
import org.acmconversation.engine.model.Objection;
import org.springframework.stereotype.Component;

/**
 * Applies all model rules to a deployment. A deployment may contain only some of the files, so the rules see it merged
 * with the files in use. Findings count if they are in the deployment, or elsewhere because of it.
 */
@Component
class DeploymentModelRules implements DeploymentRules {

    private final ApplicationNames names;

    DeploymentModelRules(ApplicationNames names) {
        this.names = names;
    }

    @Override
    public List<Objection> check(Map<String, byte[]> deployment, Map<String, byte[]> running, AllowedBeans beans) {
        KnownNames known = names.known(beans);
        Set<Finding> before = new HashSet<>(ModelRules.check(ModelFiles.read(running, known), known));
        return ModelRules.check(ModelFiles.read(deployment, running, known), known).stream()
                .filter(finding -> deployment.containsKey(finding.file()) || !before.contains(finding))
                .map(finding -> new Objection(finding.file(), finding.elementId(), finding.message(), false))
                .toList();
    }
}
