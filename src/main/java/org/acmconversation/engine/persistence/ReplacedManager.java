package org.acmconversation.engine.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * One of the engine's own managers of rows, used in our version of it by every command.
 *
 * @param replaced the engine's class
 * @param version makes ours, a new one for each command
 */
public record ReplacedManager(Class<?> replaced, Supplier<Session> version) implements SessionFactory {

    /** Beside the managers that others have replaced. */
    public static void replace(
            ProcessEngineConfigurationImpl configuration, Class<?> replaced, Supplier<Session> version) {
        List<SessionFactory> all = new ArrayList<>();
        if (configuration.getCustomSessionFactories() != null) {
            all.addAll(configuration.getCustomSessionFactories());
        }
        all.add(new ReplacedManager(replaced, version));
        configuration.setCustomSessionFactories(all);
    }

    @Override
    public Class<?> getSessionType() {
        return replaced;
    }

    @Override
    public Session openSession() {
        return version.get();
    }
}
