package org.acmconversation.engine.model;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Disables scripting in processes and decisions: there are no script engines. FEEL does not need one. */
public class ScriptGuard extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setScriptEngineResolver(new NoScriptEngines());
        configuration.setEnableFetchScriptEngineFromProcessApplication(false);
        configuration.setEnableScriptCompilation(false);
    }

    private static class NoScriptEngines implements ScriptEngineResolver {

        @Override
        public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
            throw new BadUserRequestException("Scripts are turned off");
        }

        @Override
        public void addScriptEngineFactory(ScriptEngineFactory factory) {
            throw new UnsupportedOperationException("Scripts are turned off");
        }

        @Override
        public ScriptEngineManager getScriptEngineManager() {
            throw new UnsupportedOperationException("Scripts are turned off");
        }
    }
}
