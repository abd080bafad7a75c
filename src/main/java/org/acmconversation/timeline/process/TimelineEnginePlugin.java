package org.acmconversation.timeline.process;

import java.util.ArrayList;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Registers the {@link TimelineListeners} with the engine. */
@Component
class TimelineEnginePlugin extends AbstractProcessEnginePlugin {

    private final TimelineListeners listeners;

    TimelineEnginePlugin(TimelineListeners listeners) {
        this.listeners = listeners;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        if (configuration.getCustomPostBPMNParseListeners() == null) {
            configuration.setCustomPostBPMNParseListeners(new ArrayList<>());
        }
        configuration.getCustomPostBPMNParseListeners().add(listeners);
    }
}
