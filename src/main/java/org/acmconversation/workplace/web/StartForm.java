package org.acmconversation.workplace.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.page.FormValues;
import org.acmconversation.problem.StrictJson;
import org.springframework.stereotype.Component;

/** The fields of an engagement that is to be started, bound to the record of the API. */
@Component
class StartForm {

    /** Hidden: what makes a form that is sent twice start one engagement. */
    static final String KEY = "key";

    private final StrictJson json;

    StartForm(StrictJson json) {
        this.json = json;
    }

    static FormValues empty() {
        return new FormValues(Map.of(KEY, List.of(UUID.randomUUID().toString())));
    }

    /** @throws org.acmconversation.problem.InvalidRequestException naming the invalid fields */
    NewEngagement request(FormValues values) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("externalId", values.text("externalId"));
        ObjectNode customer = body.putObject("customer");
        customer.set("name", values.text("customer.name"));
        customer.set("tenantId", values.text("customer.tenantId"));
        body.set("initiatives", values.list("initiatives"));
        ProfileForm.addTo(body, values, values.all("services"));
        return json.bind(body, NewEngagement.class);
    }
}
