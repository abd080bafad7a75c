package org.acmconversation.bench;

import java.util.List;

/** Camunda 7.24.0 as its starter sets it up. */
class Stock implements Contender {

    private static final String USER = "manager";

    private final Http http;
    private final CamundaTasks tasks;

    Stock(String baseUrl) {
        this.http = new Http(baseUrl);
        this.tasks = new CamundaTasks(http);
    }

    @Override
    public String name() {
        return "Camunda 7.24.0, stock";
    }

    @Override
    public String start(String customer) {
        http.post("/engine-rest/process-definition/key/acm-conversation/start", """
                {"businessKey": "%s", "variables": {
                 "customerName": {"type": "String", "value": "Contoso"},
                 "licenses": {"type": "Integer", "value": 25000},
                 "segment": {"type": "String", "value": "ENTERPRISE"},
                 "services": {"type": "Object", "value": "[\\"ONEDRIVE_FOR_BUSINESS\\", \\"EXCHANGE\\"]",
                              "valueInfo": {"objectTypeName": "java.util.ArrayList<java.lang.String>",
                                            "serializationDataFormat": "application/json"}},
                 "kickoffHeld": {"type": "Boolean", "value": true},
                 "benefitUnderstood": {"type": "Boolean", "value": true},
                 "resourcesClear": {"type": "Boolean", "value": true},
                 "inEnterpriseAdoptionProgram": {"type": "Boolean", "value": false}}}
                """.formatted(customer));
        return customer;
    }

    @Override
    public List<OpenTask> openTasks(String conversation) {
        return tasks.of(conversation);
    }

    @Override
    public void claim(OpenTask task) {
        tasks.claim(task, USER);
    }

    @Override
    public void complete(OpenTask task) {
        tasks.complete(task);
    }

    @Override
    public long inbox(String group) {
        return tasks.inbox(group);
    }
}
