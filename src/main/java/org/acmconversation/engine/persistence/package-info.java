/**
 * How the engine's rows are read and written: those that somebody needs, in few statements (docs/adr/0011).
 * {@code TunedPersistence} puts in the place of the engine's own sessions and managers of rows those of this package,
 * and a few statements, {@code statements.xml}.
 */
@NullMarked
package org.acmconversation.engine.persistence;

import org.jspecify.annotations.NullMarked;
