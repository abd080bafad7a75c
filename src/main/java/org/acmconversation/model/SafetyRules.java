package org.acmconversation.model;

import org.acmconversation.engine.Objection;

/** Tells of what a deployment would be refused for, with the names that analysts know the elements by. */
class SafetyRules implements ModelRule {

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        for (Objection objection : models.objections()) {
            models.element(objection.file(), objection.elementId())
                    .ifPresentOrElse(element -> report.add(element, objection), () -> report.add(objection));
        }
    }
}
