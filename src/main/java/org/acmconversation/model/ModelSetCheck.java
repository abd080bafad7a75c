package org.acmconversation.model;

import java.util.List;
import java.util.Map;
import org.acmconversation.engine.model.AllowedBeans;
import org.springframework.stereotype.Component;

/** Applies all model rules to files that will be deployed together and refer only to each other. */
@Component
public class ModelSetCheck {

    private final ApplicationNames names;
    private final AllowedBeans beans;

    ModelSetCheck(ApplicationNames names, AllowedBeans beans) {
        this.names = names;
        this.beans = beans;
    }

    /**
     * Returns all findings.
     *
     * @param files models, decisions and forms, by name
     */
    public List<Finding> check(Map<String, byte[]> files) {
        KnownNames known = names.known(beans);
        return ModelRules.check(ModelFiles.read(files, known), known);
    }

    /** Whether the files can be parsed, and contain only what models may contain. */
    public boolean isSafe(Map<String, byte[]> files) {
        return ModelFiles.read(files, names.known(beans)).objections().isEmpty();
    }
}
