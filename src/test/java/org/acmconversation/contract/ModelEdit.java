package org.acmconversation.contract;

import static org.acmconversation.contract.ModelSurgery.asServiceTask;
import static org.acmconversation.contract.ModelSurgery.copiedRow;
import static org.acmconversation.contract.ModelSurgery.inElement;
import static org.acmconversation.contract.ModelSurgery.inSubProcess;
import static org.acmconversation.contract.ModelSurgery.inserted;
import static org.acmconversation.contract.ModelSurgery.removed;
import static org.acmconversation.contract.ModelSurgery.replaced;
import static org.acmconversation.contract.ModelSurgery.withField;
import static org.acmconversation.contract.ModelSurgery.withSecondTimer;
import static org.acmconversation.contract.ModelSurgery.withoutField;
import static org.acmconversation.contract.ModelSurgery.withoutQualification;
import static org.acmconversation.contract.ModelSurgery.withoutSme;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of edit that analysts make, applied to the shipped models. */
enum ModelEdit {
    RENAMED_TASK(
            main(replaced("name=\"Completar las entradas clave\"", "name=\"Completar lo que falta\"")),
            "«Completar las entradas clave» se llama ahora «Completar lo que falta»",
            stays("completeEntryCriteria", "NAME_ = 'Completar lo que falta'")),
    OTHER_GROUP(
            main(inElement(
                    "completeEntryCriteria",
                    replaced("Groups=\"fasttrack-manager\"", "Groups=\"fasttrack-manager,fasttrack-engineer\""))),
            "grupos fasttrack-manager → fasttrack-manager,fasttrack-engineer",
            stays(
                    "completeEntryCriteria",
                    "exists (select 1 from ACT_RU_IDENTITYLINK where TASK_ID_ = task.ID_ and GROUP_ID_ = 'fasttrack-engineer')")),
    OTHER_PRIORITY(
            main(inElement("scheduleConversation", replaced("priority=\"50\"", "priority=\"70\""))),
            "prioridad 50 → 70",
            stays("scheduleConversation", "PRIORITY_ = 70")),
    LONGER_DEADLINE(
            main(replaced("WD3", "WD8").andThen(replaced(">WD2<", ">WD7<"))),
            "vencimiento WD3 → WD8",
            stays("scheduleConversation", "DUE_DATE_ is not null").later()),
    SHORTER_DEADLINE(
            main(replaced(">WD2<", ">WD1<").andThen(replaced("WD3", "WD2"))),
            "vencimiento WD3 → WD2",
            stays("scheduleConversation", "DUE_DATE_ is not null").earlier()),
    FORM_FIELD_ADDED(
            file("forms/schedule-conversation.form", withField("notes", "Notas para la llamada")),
            "campo «Notas para la llamada»: nuevo",
            stays("scheduleConversation", "1 = 1")),
    FORM_FIELD_REMOVED(
            file("forms/schedule-conversation.form", withoutField("invitees")),
            "campo «A quién se envía la invitación»: quitado",
            stays("scheduleConversation", "1 = 1")),
    STRICTER_FORM(
            file("forms/schedule-conversation.form", replaced("\"maxLength\": 500", "\"maxLength\": 400")),
            "longitud máxima 500 → 400",
            stays("scheduleConversation", "1 = 1")),
    STEP_INSERTED_BEFORE(
            main(inserted("createConversationTaskToScheduleConversation", "scheduleConversation")),
            "«Hito»: paso nuevo",
            stays("scheduleConversation", "1 = 1")),
    STEP_INSERTED_AFTER(
            main(inserted("scheduleConversationToConductConversation", "conductConversation")),
            "«Hito»: paso nuevo",
            stays("scheduleConversation", "1 = 1")),
    UNUSED_STEP_REMOVED(
            main(withoutSme()),
            "«Presentar al SME de adopción»: paso quitado",
            stays("qualifyAdditionalServices", "1 = 1")),
    USED_STEP_REMOVED(
            main(withoutQualification()),
            "«Calificar servicios adicionales»: paso quitado",
            moves("qualifyAdditionalServices", "introduceAdoptionSme")),
    OTHER_ID(
            main(replaced("completeEntryCriteriaOverdue", "completeCriteriaOverdue")
                    .andThen(replaced("\"completeEntryCriteria\"", "\"completeCriteria\""))),
            "«Completar las entradas clave»: paso nuevo",
            moves("completeEntryCriteria", "completeCriteria")),
    SERVICE_TASK_INSTEAD(main(asServiceTask()), "tipo userTask → serviceTask", cannotMove("qualifyAdditionalServices")),
    INTO_SUB_PROCESS(
            main(inSubProcess()),
            "«Calificar los siguientes pasos»: paso nuevo",
            cannotMove("qualifyAdditionalServices")),
    OTHER_CONDITION(
            main(replaced(">${enterpriseEligible}<", ">${enterpriseEligible and licenses > 21000}<")),
            "camino «Sí» de «¿Es elegible como Enterprise?» a «Calificar servicios adicionales»: condición ${enterpriseEligible} → ${enterpriseEligible and licenses > 21000}",
            stays("qualifyAdditionalServices", "1 = 1")),
    DECISION_ROW_ADDED(
            file(
                    "decisions/ftop-catalog.dmn",
                    row -> row.replaceFirst("(?s)(<rule id=\"ftop4094\">.*?</rule>)", "$1" + copiedRow(row))),
            "nueva",
            stays("deliverValueDiscussion", "1 = 1")),
    DECISION_ROW_CHANGED(
            file("decisions/ftop-catalog.dmn", replaced("\"4094\"", "\"5000\"")),
            "\"4094\" → \"5000\"",
            stays("deliverValueDiscussion", "1 = 1")),
    DECISION_ROW_REMOVED(
            file("decisions/ftop-catalog.dmn", table -> table.replaceFirst("(?s)<rule id=\"ftop4094\">.*?</rule>", "")),
            "quitada",
            stays("deliverValueDiscussion", "1 = 1")),
    CALLED_PROCESS(
            file(
                    "value-discussion.bpmn",
                    inElement("deliverValueDiscussion", replaced("priority=\"50\"", "priority=\"60\""))),
            "«Realizar la discusión de valor»: prioridad 50 → 60",
            stays("deliverValueDiscussion", "PRIORITY_ = 60")),
    BOUNDARY_EVENT_ADDED(
            main(withSecondTimer()),
            "«Olvidada» de «Programar la conversación»: paso nuevo",
            stays(
                            "scheduleConversation",
                            "exists (select 1 from ACT_RU_JOB job join ACT_RU_JOBDEF definition"
                                    + " on definition.ID_ = job.JOB_DEF_ID_ where definition.ACT_ID_ = 'scheduleConversationForgotten'"
                                    + " and job.PROCESS_INSTANCE_ID_ = task.PROC_INST_ID_ and job.DUEDATE_ > task.DUE_DATE_)")
                    .withMoreTimers()),
    BOUNDARY_EVENT_REMOVED(
            main(removed("boundaryEvent", "scheduleConversationOverdue")
                    .andThen(removed("endEvent", "scheduleConversationEscalated"))
                    .andThen(removed("sequenceFlow", "scheduleConversationOverdueToScheduleConversationEscalated"))),
            "«Vencida» de «Programar la conversación»: paso quitado",
            isRefused("scheduleConversation")),
    SEQUENTIAL_INSTEAD(
            main(replaced(
                    "<bpmn:multiInstanceLoopCharacteristics camunda",
                    "<bpmn:multiInstanceLoopCharacteristics isSequential=\"true\" camunda")),
            "«Realizar las discusiones»: una tras otra no → sí",
            cannotMove("conductValueDiscussions")),
    ONLY_MOVED_IN_THE_DRAWING(
            main(shape -> shape.replace("<dc:Bounds x=\"780\" y=\"340\"", "<dc:Bounds x=\"785\" y=\"340\"")),
            "«Programar la conversación»: movido en el dibujo",
            stays("scheduleConversation", "1 = 1"));

    private final EditedFile edited;
    private final String sentence;
    private final Effect effect;

    ModelEdit(EditedFile edited, String sentence, Effect effect) {
        this.edited = edited;
        this.sentence = sentence;
        this.effect = effect;
    }

    /** The effect on engagements. */
    enum Verdict {
        /** They keep their current activity. */
        STAY,
        /** They need a mapping. */
        MOVE,
        /** They stay in their version. */
        CANNOT_MOVE,
        /** The edit breaks a rule. */
        REFUSED
    }

    /**
     * The effect of an edit.
     *
     * @param activity where the affected engagements wait
     * @param target activity that they migrate to
     * @param task checks each of their tasks after the migration
     * @param deadline whether due dates are later, earlier or the same
     */
    record Effect(Verdict verdict, String activity, String target, String task, int deadline, boolean moreTimers) {

        Effect later() {
            return new Effect(verdict, activity, target, task, 1, false);
        }

        Effect earlier() {
            return new Effect(verdict, activity, target, task, -1, false);
        }

        Effect withMoreTimers() {
            return new Effect(verdict, activity, target, task, 0, true);
        }
    }

    private record EditedFile(String path, UnaryOperator<String> edit) {}

    String path() {
        return edited.path();
    }

    String content() {
        String before = ModelFile.read(path());
        String after = edited.edit().apply(before);
        assertThat(after).isNotEqualTo(before);
        return after;
    }

    /** Returns the name of the activity where the affected engagements wait. */
    String nameOfPlace() {
        Matcher element = Pattern.compile("id=\"%s\"[^>]* name=\"([^\"]*)\"".formatted(effect.activity()))
                .matcher(ModelFile.read(path()));
        assertThat(element.find()).isTrue();
        return element.group(1);
    }

    String sentence() {
        return sentence;
    }

    Effect effect() {
        return effect;
    }

    private static Effect stays(String activity, String task) {
        return new Effect(Verdict.STAY, activity, activity, task, 0, false);
    }

    private static Effect moves(String activity, String target) {
        return new Effect(Verdict.MOVE, activity, target, "1 = 1", 0, false);
    }

    private static Effect cannotMove(String activity) {
        return new Effect(Verdict.CANNOT_MOVE, activity, activity, "1 = 1", 0, false);
    }

    private static Effect isRefused(String activity) {
        return new Effect(Verdict.REFUSED, activity, activity, "1 = 1", 0, false);
    }

    private static EditedFile file(String path, UnaryOperator<String> edit) {
        return new EditedFile(path, edit);
    }

    private static EditedFile main(Function<String, String> edit) {
        return new EditedFile("acm-conversation.bpmn", edit::apply);
    }
}
