package org.acmconversation.engine.job;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the engine runs.
 *
 * @param tuned whether to replace the engine's entity managers, sessions, statements, history writer, task counts and
 *     job acquisition with our faster ones; turn it off to find out whether a problem is ours or the engine's
 */
@ConfigurationProperties("acm.engine")
record EngineProperties(@DefaultValue("true") boolean tuned) {}
