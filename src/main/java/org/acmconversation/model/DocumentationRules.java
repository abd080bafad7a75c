package org.acmconversation.model;

import java.util.List;

/** The documentation of each element names its section of the playbook. */
class DocumentationRules implements ModelRule {

    /** Headings of the playbook's page, without a trailing period. */
    private static final List<String> SECTIONS = List.of(
            "Objetivos",
            "Programar y llevar a cabo la conversación de administración de cambio y adopción",
            "Solicitar un Socio ACM",
            "Conversación del cliente sobre Administración de adopción y cambio completa",
            "Discusiones de agregación de valor",
            "Entradas clave",
            "Resultados clave",
            "Siguientes pasos");

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        models.inProcesses()
                .filter(element -> element.isFlowNode() || element.is("process"))
                .forEach(element -> check(element, "documentation", report));
        models.inDecisions("decision").forEach(decision -> check(decision, "description", report));
    }

    private static void check(ModelElement element, String tag, Report report) {
        String text = element.child(tag)
                .map(documentation -> documentation.text().replaceAll("\\s+", " "))
                .orElse("");
        if (SECTIONS.stream().noneMatch(section -> text.contains("«" + section + "»"))) {
            report.add(element, "documentation.section", "«" + String.join("», «", SECTIONS) + "»");
        }
    }
}
