package org.acmconversation.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the engine works.
 *
 * @param tuned whether our versions of the engine's managers of rows, sessions, statements and job acquisition are
 *     used. Off, all of these are the engine's own, which is slower: so a problem can be told to be ours or the
 *     engine's
 */
@ConfigurationProperties("acm.engine")
record EngineProperties(@DefaultValue("true") boolean tuned) {}
