package org.acmconversation.engagementpage.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.acmconversation.calendar.TimeZones;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Profile;
import org.acmconversation.engagement.ServiceCatalog;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.StrictJson;
import org.acmconversation.problem.VisibleText;
import org.acmconversation.webpage.EditedData;
import org.acmconversation.webpage.FormValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of a profile. */
@Component
class ProfileForm {

    private final StrictJson strict;
    private final EditedData edited;
    private final ServiceCatalog catalog;

    ProfileForm(StrictJson strict, EditedData edited, ServiceCatalog catalog) {
        this.strict = strict;
        this.edited = edited;
        this.catalog = catalog;
    }

    /** Returns the services to choose from: those of the catalog, and those of the profile that are no longer in it. */
    Set<String> services(Profile profile) {
        Set<String> services = new LinkedHashSet<>(catalog.knownServices());
        services.addAll(profile.services());
        return services;
    }

    FormValues filledIn(Profile profile) {
        Map<String, List<String>> values = new HashMap<>();
        values.put("segment", List.of(profile.segment().name()));
        values.put("licenses", List.of(profile.licenses().toString()));
        values.put("services", profile.services());
        put(values, "country", profile.country());
        put(values, "timeZone", profile.timeZone());
        EntryCriteria criteria = profile.entryCriteria();
        check(values, "kickoffHeld", criteria.kickoffHeld());
        check(values, "benefitUnderstood", criteria.benefitUnderstood());
        check(values, "resourcesClear", criteria.resourcesClear());
        check(values, "inEnterpriseAdoptionProgram", criteria.inEnterpriseAdoptionProgram());
        return new FormValues(values);
    }

    private static void put(Map<String, List<String>> values, String field, @Nullable String value) {
        if (value != null) {
            values.put(field, List.of(value));
        }
    }

    private static void check(Map<String, List<String>> values, String field, boolean isChecked) {
        if (isChecked) {
            values.put(field, List.of("true"));
        }
    }

    /**
     * Returns the submitted profile. Its services keep the order of the profile that the person saw.
     *
     * @throws InvalidRequestException naming the invalid fields
     */
    Profile profile(FormValues values, Profile base) {
        List<String> services = new ArrayList<>(base.services());
        services.retainAll(values.all("services"));
        values.all("services").stream()
                .filter(service -> !services.contains(service))
                .forEach(services::add);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        addTo(body, values, services);
        return strict.bind(body, Profile.class);
    }

    /** Adds the fields of a profile to the body of a request. */
    static void addTo(ObjectNode body, FormValues values, List<String> services) {
        body.set("segment", values.text("segment"));
        body.set("licenses", values.number("licenses"));
        body.set("country", spelled(values.text("country"), text -> text.toUpperCase(Locale.ROOT)));
        body.set("timeZone", spelled(values.text("timeZone"), TimeZones::spelled));
        services.forEach(body.putArray("services")::add);
        ObjectNode criteria = body.putObject("entryCriteria");
        EntryCriteria.NAMES.forEach(field -> criteria.set(field, values.checked(field)));
    }

    /** Few people know how the standards spell the names. */
    private static JsonNode spelled(JsonNode typed, UnaryOperator<String> spelling) {
        return typed.isTextual()
                ? JsonNodeFactory.instance.textNode(spelling.apply(VisibleText.strip(typed.textValue())))
                : typed;
    }

    /**
     * Returns the profile that the person saw.
     *
     * @throws InvalidRequestException if the form does not carry one
     */
    Profile base(FormValues values) {
        return edited.read(values, Profile.class)
                .orElseThrow(() -> new InvalidRequestException(EditedData.FIELD, "must be a profile"));
    }
}
