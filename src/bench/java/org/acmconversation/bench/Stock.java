package org.acmconversation.bench;

/** A stock Camunda 7.24.0 with the defaults of its starter. */
class Stock extends CamundaContender {

    Stock(String baseUrl) {
        super(new Http(baseUrl));
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
}
