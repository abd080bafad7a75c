/** The engine's tables, made and changed by Flyway as ours are. */
@NullMarked
package org.acmconversation.engine.schema;

import org.jspecify.annotations.NullMarked;
