package org.acmconversation.engine.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A model after random changes. */
public record Mutant(int number, String file, byte[] content) {

    private static final List<String> HARMLESS_STEPS = List.of(
            "<bpmn:task id='step'/>",
            "<bpmn:userTask id='step' camunda:assignee='${a}' camunda:dueDate='PT1H'><bpmn:extensionElements><camunda:taskListener event='create' delegateExpression='${remindCandidates}'/></bpmn:extensionElements></bpmn:userTask>",
            "<bpmn:serviceTask id='step' camunda:delegateExpression='${createFtopTask}'/>",
            "<bpmn:businessRuleTask id='step' camunda:decisionRef='decided' camunda:resultVariable='r'/>",
            "<bpmn:callActivity id='step' calledElement='small'><bpmn:extensionElements><camunda:in sourceExpression='${a}' target='b'/></bpmn:extensionElements></bpmn:callActivity>",
            "<bpmn:task id='step'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><camunda:list><camunda:value>${b}</camunda:value></camunda:list></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:task>",
            "<bpmn:task id='step'/><bpmn:sequenceFlow id='more' sourceRef='step' targetRef='end'><bpmn:conditionExpression>${a}</bpmn:conditionExpression></bpmn:sequenceFlow>",
            "<bpmn:intermediateCatchEvent id='step'><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>");

    private static final String TABLE =
            "<decisionTable id='t'><input id='i'><inputExpression id='e'><text>a</text></inputExpression></input><output id='o' name='o'/><rule id='r'><inputEntry id='n'><text>1</text></inputEntry><outputEntry id='p'><text>2</text></outputEntry></rule></decisionTable>";

    private record Model(String file, String text) {}

    /** Returns mutants of the product's models, of small ones, and of dangerous ones; the same for the same seed. */
    public static Stream<Mutant> of(long seed, int count) throws IOException {
        List<List<Model>> kinds = List.of(products(), small(), small(), dangerous());
        var mutator = new Mutator(
                seed, kinds.stream().flatMap(List::stream).map(Model::text).toList());
        var bytes = new ByteMutator(seed);
        var random = new Random(seed);
        return IntStream.range(0, count).mapToObj(number -> {
            List<Model> kind = kinds.get(random.nextInt(kinds.size()));
            Model model = kind.get(random.nextInt(kind.size()));
            return new Mutant(number, model.file, bytes.mutate(mutator.mutate(model.text)));
        });
    }

    private static List<Model> products() throws IOException {
        List<Model> models = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(Path.of("processes"))) {
            for (Path path : paths.filter(path -> path.toString().matches(".*\\.(bpmn|dmn)"))
                    .sorted()
                    .toList()) {
                models.add(new Model(path.getFileName().toString(), Files.readString(path)));
            }
        }
        return models;
    }

    private static List<Model> small() {
        List<Model> models = new ArrayList<>();
        HARMLESS_STEPS.forEach(step -> models.add(new Model("small.bpmn", DangerousModels.process(step))));
        models.add(new Model("small.dmn", DangerousModels.decision(TABLE)));
        models.add(new Model(
                "small.dmn", DangerousModels.decision("<literalExpression id='l'><text>1</text></literalExpression>")));
        return models;
    }

    private static List<Model> dangerous() {
        return DangerousModels.models()
                .map(danger -> new Model(danger.file(), danger.text()))
                .toList();
    }
}
