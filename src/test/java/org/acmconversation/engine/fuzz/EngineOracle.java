package org.acmconversation.engine.fuzz;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.xml.sax.SAXParseException;

/**
 * A stock Camunda that reports what code a model would run. It inspects the objects that the engine builds, not the
 * XML. Schema violations are ignored, so it sees more than a deployment would.
 */
class EngineOracle implements AutoCloseable {

    /** @param isBuilt whether the engine could build the whole model */
    record Verdict(boolean isBuilt, Set<String> dangers) {}

    private final StandaloneInMemProcessEngineConfiguration configuration =
            new StandaloneInMemProcessEngineConfiguration();
    private final ProcessEngine engine;
    private final BpmnParser parser;
    private final Set<String> dangers = new TreeSet<>();

    EngineOracle() {
        configuration.setProcessEngineName("oracle");
        configuration.setJdbcUrl("jdbc:h2:mem:oracle");
        configuration.setHistoryTimeToLive("P1D");
        configuration.setExpressionManager(new RecordedExpressions());
        configuration.setScriptFactory(new RecordedScripts());
        configuration.setClassLoader(new RecordedClasses());
        engine = configuration.buildProcessEngine();
        parser = new BpmnParser(configuration.getExpressionManager(), ParseDespiteSchema::new);
        parser.setParseListeners(List.of(connectorsFound()));
    }

    Verdict judge(String file, byte[] content) {
        dangers.clear();
        boolean isBuilt = false;
        try {
            Object built = configuration
                    .getCommandExecutorTxRequired()
                    .execute(context -> file.endsWith(".bpmn") ? process(file, content) : decisions(content));
            dangers.addAll(BuiltModel.dangers(built));
            isBuilt = true;
        } catch (RuntimeException | StackOverflowError e) {
            // What was recorded before the failure counts.
        }
        return new Verdict(isBuilt, new TreeSet<>(dangers));
    }

    private Object process(String file, byte[] content) {
        BpmnParse parse = parser.createParse()
                .deployment(new DeploymentEntity())
                .sourceInputStream(new ByteArrayInputStream(content))
                .name(file);
        parse.execute();
        return parse.getProcessDefinitions();
    }

    private Object decisions(byte[] content) {
        return configuration
                .getDmnEngineConfiguration()
                .getTransformer()
                .createTransform()
                .modelInstance(new ByteArrayInputStream(content))
                .transformDecisionRequirementsGraph();
    }

    /** Connectors come with a plugin, which discovers them this way. */
    private BpmnParseListener connectorsFound() {
        return (BpmnParseListener) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BpmnParseListener.class}, (proxy, method, arguments) -> {
                    if (arguments != null
                            && arguments[0] instanceof Element element
                            && BpmnParseUtil.findCamundaExtensionElement(element, "connector") != null) {
                        dangers.add("connector");
                    }
                    return null;
                });
    }

    @Override
    public void close() {
        engine.close();
    }

    /** The schema is still needed for attributes' default values. */
    private static class ParseDespiteSchema extends BpmnParse {

        ParseDespiteSchema(BpmnParser parser) {
            super(parser);
        }

        @Override
        public void addError(SAXParseException problem) {
            // Build as much as possible.
        }
    }

    private class RecordedExpressions extends JuelExpressionManager {

        @Override
        public Expression createExpression(String expression) {
            Expression created = super.createExpression(expression);
            dangers.addAll(ExpressionTree.dangers(expression));
            return created;
        }
    }

    private class RecordedScripts extends ScriptFactory {

        @Override
        public ExecutableScript createScriptFromSource(String language, String source) {
            dangers.add("script");
            return super.createScriptFromSource(language, source);
        }
    }

    private class RecordedClasses extends ClassLoader {

        RecordedClasses() {
            super(EngineOracle.class.getClassLoader());
        }

        @Override
        public Class<?> loadClass(String name) throws ClassNotFoundException {
            dangers.add("class " + name);
            return super.loadClass(name);
        }
    }
}
