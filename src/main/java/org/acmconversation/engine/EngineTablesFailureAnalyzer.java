package org.acmconversation.engine;

import org.camunda.bpm.engine.WrongDbException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that the engine's tables belong to another version; the engine's own message suggests an upgrade by the
 * engine.
 */
class EngineTablesFailureAnalyzer extends AbstractFailureAnalyzer<WrongDbException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, WrongDbException cause) {
        return new FailureAnalysis(
                "The engine's tables have the version '%s', but this service needs '%s'"
                        .formatted(cause.getDbVersion(), cause.getLibraryVersion()),
                "Start the version of the service that the tables belong to, or restore them from a backup; see"
                        + " docs/database.md.",
                cause);
    }
}
