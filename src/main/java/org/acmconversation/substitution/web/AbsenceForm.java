package org.acmconversation.substitution.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acmconversation.absence.AbsenceData;
import org.acmconversation.absence.Absences;
import org.acmconversation.engine.Colleague;
import org.acmconversation.page.FormValues;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.StrictJson;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The fields of an absence on pages. */
@Component
class AbsenceForm {

    static final String BASE = "base";

    private final Absences absences;
    private final StrictJson json;
    private final ObjectMapper mapper;

    AbsenceForm(Absences absences, StrictJson json, ObjectMapper mapper) {
        this.absences = absences;
        this.json = json;
        this.mapper = mapper;
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
        values.put(BASE, List.of(written(shown)));
        mapper.valueToTree(shown).properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                values.put(field.getKey(), List.of(field.getValue().asText()));
            }
        });
        return new FormValues(values);
    }

    /** Returns an absence as a form carries it. */
    String written(AbsenceData absence) {
        try {
            return mapper.writeValueAsString(absence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An absence could not be serialized", e);
        }
    }

    /** The absence that the person saw; empty for a form without one. */
    Optional<AbsenceData> base(FormValues values) {
        try {
            return values.get(BASE).isEmpty()
                    ? Optional.empty()
                    : Optional.of(mapper.readValue(values.get(BASE), AbsenceData.class));
        } catch (JsonProcessingException e) {
            throw new InvalidRequestException(BASE, "must be an absence");
        }
    }
}
