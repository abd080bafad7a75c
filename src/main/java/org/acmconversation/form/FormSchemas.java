package org.acmconversation.form;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.acmconversation.engine.task.CompletionCheck.DeployedForm;

/** Caches parsed forms; a deployed form never changes. */
class FormSchemas {

    private final ConcurrentMap<String, FormSchema> schemas = new ConcurrentHashMap<>();

    FormSchema of(DeployedForm form) {
        return schemas.computeIfAbsent(form.id(), id -> FormSchema.parse(form.content()));
    }
}
