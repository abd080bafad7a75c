package org.acmconversation.engagement.process;

import java.util.ArrayList;
import java.util.Locale;
import java.util.ResourceBundle;
import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.model.ConversationModel;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Refuses to start a conversation that belongs to no engagement, or to one that has a conversation already: Tasklist,
 * Cockpit and the engine's REST API let an administrator start any process.
 */
@Component
class ConversationOfAnEngagement extends AbstractProcessEnginePlugin {

    private static final String REFUSAL =
            ResourceBundle.getBundle("messages/engine", Locale.ROOT).getString("conversation.engagement");

    private final ObjectProvider<Engagements> engagements;

    /** They are made after the engine, which they need. */
    ConversationOfAnEngagement(ObjectProvider<Engagements> engagements) {
        this.engagements = engagements;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        if (configuration.getCustomPostBPMNParseListeners() == null) {
            configuration.setCustomPostBPMNParseListeners(new ArrayList<>());
        }
        configuration.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity model) {
                if (model.getKey().equals(ConversationModel.PROCESS)) {
                    model.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                            ConversationOfAnEngagement.this::check);
                }
            }
        });
    }

    private void check(DelegateExecution start) {
        if (BusinessKey.engagementId(start.getProcessBusinessKey())
                .filter(engagements.getObject()::needsProcess)
                .isEmpty()) {
            throw new BadUserRequestException(REFUSAL);
        }
    }
}
