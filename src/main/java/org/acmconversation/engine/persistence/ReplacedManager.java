package org.acmconversation.engine.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * Replaces one of the engine's entity managers by a subclass, or adds a session of our own.
 *
 * @param replaced the engine's class
 * @param version creates the subclass's instance, for each command
 */
public record ReplacedManager(Class<?> replaced, Supplier<Session> version) implements SessionFactory {

    /** Replaces a manager; other replaced managers stay. */
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
