package org.acmconversation.scenario.process;

import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.acmconversation.engine.instance.VisitedElements;
import org.acmconversation.scenario.ModelPart;
import org.acmconversation.scenario.Scenario;
import org.acmconversation.scenario.ScenarioException;
import org.acmconversation.scenario.ScratchModels;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.stereotype.Component;

/** Tries models out in a {@link ScratchContext}. */
@Component
class CamundaScratchModels implements ScratchModels {

    @Override
    public Scratch open(Map<String, byte[]> models, BooleanSupplier canceled) {
        var limits = new ScenarioLimits(canceled);
        var context = new AnnotationConfigApplicationContext(new ParticipatingBeans());
        context.setAllowBeanDefinitionOverriding(false);
        context.registerBean(ScenarioLimits.class, () -> limits);
        context.registerBean(VisitedElements.class, () -> new VisitedElements(limits::step));
        context.register(ScratchContext.class);
        try {
            context.refresh();
            ScenarioRunner runner = context.getBean(ScenarioRunner.class);
            runner.deploy(models);
            return new OpenScratch(context, runner);
        } catch (ScenarioException failure) {
            context.close();
            throw failure;
        } catch (RuntimeException failure) {
            context.close();
            throw new IllegalStateException("No engine can be started to try models out", failure);
        }
    }

    private record OpenScratch(AnnotationConfigApplicationContext context, ScenarioRunner runner) implements Scratch {

        @Override
        public void run(Scenario scenario) {
            runner.run(scenario);
        }

        @Override
        public Set<ModelPart> reached() {
            return runner.reached();
        }

        @Override
        public Set<ModelPart> choices() {
            return runner.choices();
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
