/** The engine's tables, which Flyway creates and changes like ours. */
@NullMarked
package org.acmconversation.engine.schema;

import org.jspecify.annotations.NullMarked;
