package org.acmconversation.engine;

import static org.acmconversation.engine.Target.intrusions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Objects that are submitted as variables. */
@AttackTest
class VariableGuardTest {

    private static final String WAITING = Models.process("waiting", "<bpmn:userTask id='step'/>");

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    TaskService taskService;

    private Target product;
    private String instance;

    @BeforeEach
    void setUp() {
        product = Target.product(port, "admin");
        repositoryService.createDeployment().addString("waiting.bpmn", WAITING).deploy();
        instance = runtimeService.startProcessInstanceByKey("waiting").getId();
    }

    @Test
    void rejectsJavaSerializedObjects() throws IOException {
        var bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(new ArrayList<>());
        String json = object(
                "application/x-java-serialized-object",
                "java.util.ArrayList",
                Base64.getEncoder().encodeToString(bytes.toByteArray()));

        assertThat(put(product, instance, json).body()).contains("Java serialization format is prohibited");
        assertThat(runtimeService.getVariables(instance)).isEmpty();
    }

    @Test
    void stockEngineDeserializesJsonToAnyObject() throws JsonProcessingException {
        Target stock = Target.stock();
        stock.deploy(Map.of("waiting.bpmn", WAITING));
        String started = stock.post(stock.rest("/process-definition/key/waiting/start"), "{}")
                .body()
                .replaceFirst(".*\"id\":\"([^\"]{36})\",\"definitionId\".*", "$1");

        assertThat(put(stock, started, object("application/json", "org.stockcamunda.Intruder", "{}"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(intrusions(() -> read(stock, started))).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.stockcamunda.Intruder",
                "java.util.ArrayList<org.stockcamunda.Intruder>",
                "java.util.HashMap<java.lang.String,org.stockcamunda.Intruder>",
                "org.stockcamunda.Intruder[]",
                "java.lang.ProcessBuilder",
                "java.lang.Thread",
                "java.net.URL",
                "java.util.Properties",
                "java.util.Timer",
                "javax.management.BadAttributeValueExpException",
            })
    void deserializesJsonOnlyToPlainValuesAndCollections(String type) throws JsonProcessingException {
        put(
                product,
                instance,
                object("application/json", type, type.contains("List") || type.contains("[") ? "[{}]" : "{\"a\": {}}"));

        assertThat(intrusions(
                        () -> assertThat(read(product, instance).statusCode()).isNotEqualTo(200)))
                .isZero();
    }

    @Test
    void acceptsListsAndMaps() throws JsonProcessingException {
        String json = object(
                "application/json",
                "java.util.ArrayList<java.util.LinkedHashMap<java.lang.String,java.lang.Object>>",
                "[{\"a\": 1}]");

        assertThat(put(product, instance, json).statusCode()).isEqualTo(204);
        assertThat(read(product, instance).statusCode()).isEqualTo(200);
        assertThat(runtimeService.getVariable(instance, "object")).isEqualTo(List.of(Map.of("a", 1)));
    }

    @Test
    void storesObjectsSetFromJavaAsJson() {
        runtimeService.setVariable(instance, "object", new ArrayList<>(List.of("a")));

        assertThat(runtimeService.getVariableTyped(instance, "object", false).toString())
                .contains("application/json");
    }

    @Test
    void rejectsJavaSerializationSetFromJava() {
        var value = Variables.objectValue(new ArrayList<>())
                .serializationDataFormat(Variables.SerializationDataFormats.JAVA)
                .create();

        assertThatThrownBy(() -> runtimeService.setVariable(instance, "object", value))
                .hasMessageContaining("serializer");
    }

    @Test
    void rejectsTransientVariablesSetFromJava() {
        var value = Variables.stringValue("answer", true);

        assertThatThrownBy(() -> runtimeService.setVariable(instance, "answer", value))
                .hasMessageContaining("Transient variables are turned off");
        assertThatThrownBy(() ->
                        runtimeService.startProcessInstanceByKey("waiting", Variables.putValueTyped("answer", value)))
                .hasMessageContaining("Transient variables are turned off");
        String task = taskService
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        assertThatThrownBy(() -> taskService.complete(task, Variables.putValueTyped("answer", value)))
                .hasMessageContaining("Transient variables are turned off");
        assertThat(taskService.createTaskQuery().taskId(task).count()).isOne();
    }

    private static HttpResponse<String> put(Target target, String instance, String json) {
        return target.put(target.rest("/process-instance/" + instance + "/variables/object"), json);
    }

    private static HttpResponse<String> read(Target target, String instance) {
        return target.get(target.rest("/process-instance/" + instance + "/variables/object"));
    }

    private static String object(String format, String type, String value) throws JsonProcessingException {
        return new ObjectMapper()
                .writeValueAsString(Map.of(
                        "type",
                        "Object",
                        "value",
                        value,
                        "valueInfo",
                        Map.of("objectTypeName", type, "serializationDataFormat", format)));
    }
}
