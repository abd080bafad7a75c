package org.acmconversation.engagementpage.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.problem.StrictJson;
import org.acmconversation.webpage.FormValues;
import org.springframework.stereotype.Component;

/** The fields of a new engagement, bound to the API's record. */
@Component
class StartForm {

    /** Hidden idempotency key: a form that is submitted twice starts one engagement. */
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
