package org.acmconversation.substitution.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.acmconversation.absence.AbsenceData;
import org.acmconversation.absence.Absences;
import org.acmconversation.engine.identity.Colleague;
import org.acmconversation.problem.StrictJson;
import org.acmconversation.webpage.EditedData;
import org.acmconversation.webpage.FormValues;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The fields of an absence on pages. */
@Component
class AbsenceForm {

    private final Absences absences;
    private final StrictJson json;
    private final ObjectMapper mapper;
    private final EditedData edited;

    AbsenceForm(Absences absences, StrictJson json, ObjectMapper mapper, EditedData edited) {
        this.absences = absences;
        this.json = json;
        this.mapper = mapper;
        this.edited = edited;
    }

    /** Adds the people to choose from. A substitute who has left stays until somebody chooses another. */
    void addChoices(FormValues values, Model model) {
        List<Colleague> substitutes = absences.substitutes();
        String chosen = values.get("substitute");
        model.addAttribute("substitutes", substitutes);
        model.addAttribute(
                "otherSubstitute",
                substitutes.stream().anyMatch(colleague -> colleague.id().equals(chosen)) ? "" : chosen);
    }

    /** Returns what the person has typed. */
    AbsenceData absence(FormValues values) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (String field : new String[] {"person", "from", "until", "substitute", "note"}) {
            body.set(field, values.text(field));
        }
        return json.bind(body, AbsenceData.class);
    }

    /** Returns the values of a form that changes an absence. It carries the absence that it shows. */
    FormValues values(AbsenceData shown) {
        Map<String, List<String>> values = new HashMap<>();
        values.put(EditedData.FIELD, List.of(edited.written(shown)));
        mapper.valueToTree(shown).properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                values.put(field.getKey(), List.of(field.getValue().asText()));
            }
        });
        return new FormValues(values);
    }
}
