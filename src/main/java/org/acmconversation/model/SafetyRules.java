package org.acmconversation.model;

import org.acmconversation.engine.model.Objection;

/** Reports what prevents a deployment, with the elements' display names. */
class SafetyRules implements ModelRule {

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        for (Objection objection : models.objections()) {
            models.element(objection.file(), objection.elementId())
                    .ifPresentOrElse(element -> report.add(element, objection), () -> report.add(objection));
        }
    }
}
