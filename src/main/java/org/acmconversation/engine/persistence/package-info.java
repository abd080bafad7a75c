/**
 * Reads and writes the engine's rows with fewer statements (docs/adr/0011). {@code TunedPersistence} replaces some of
 * the engine's sessions and entity managers with those of this package, which use the statements in
 * {@code statements.xml}.
 */
@NullMarked
package org.acmconversation.engine.persistence;

import org.jspecify.annotations.NullMarked;
