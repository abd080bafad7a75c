package org.acmconversation.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Rules for whole forms: tasks can find them, Tasklist can render them, the server can validate them. */
class FormRules implements ModelRule {

    /** The schema version of form-js in Tasklist 7.24. */
    private static final int SCHEMA_VERSION = 16;

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        Map<String, String> files = new HashMap<>();
        for (ModelFiles.FormFile form : models.forms()) {
            String expected = form.name().replaceAll("^.*/|\\.form$", "");
            if (!form.id().equals(expected)) {
                report.add(form.name(), form.id(), "", "form.id", form.id(), expected);
            } else if (files.containsKey(form.id())) {
                report.add(form.name(), form.id(), "", "reference.duplicate", form.id(), files.get(form.id()));
            }
            files.putIfAbsent(form.id(), form.name());
            if (form.content().path("schemaVersion").asInt() != SCHEMA_VERSION) {
                report.add(form.name(), form.id(), "", "form.version", SCHEMA_VERSION);
            }
            checkComponents(form, report);
        }
    }

    private static void checkComponents(ModelFiles.FormFile form, Report report) {
        Set<String> keys = new HashSet<>();
        for (FormComponent component : FormComponent.all(form)) {
            if (!component.isSupported()) {
                component.report(report, "form.component", component.type(), FormComponent.supported());
            } else if (component.type().equals("text") && FeelText.insertsValue(component.text("text"))) {
                // Tasklist reads it as Markdown once the values are in it: a name could bring a link.
                component.report(report, "form.markdown");
            } else if (component.takesInput() && component.key().isEmpty()) {
                component.report(report, "form.key");
            } else if (component.takesInput() && !keys.add(component.key())) {
                component.report(report, "form.repeatedKey", component.key());
            }
        }
    }
}
