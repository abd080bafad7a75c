package org.acmconversation.engine;

import java.util.List;
import org.acmconversation.operations.SettingsCheck;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;

/** Rejects engine settings that the engine would reject late or silently misinterpret. */
class EngineSettingsCheck implements SettingsCheck {

    private static final List<String> ID_GENERATORS = List.of("time-ordered", "strong", "simple", "prefixed");

    @Override
    public void check(ConfigurableApplicationContext context) {
        CamundaBpmProperties engine =
                Binder.get(context.getEnvironment()).bindOrCreate("camunda.bpm", CamundaBpmProperties.class);
        if (!"full".equals(engine.getHistoryLevel())) {
            throw new IllegalStateException(
                    "camunda.bpm.history-level is %s: use full, since the audit trail needs the engine's log of operations"
                            .formatted(engine.getHistoryLevel()));
        }
        if (!ID_GENERATORS.contains(engine.getIdGenerator())) {
            throw new IllegalStateException("camunda.bpm.id-generator is %s: use one of %s"
                    .formatted(engine.getIdGenerator(), String.join(", ", ID_GENERATORS)));
        }
    }
}
