/** The engine's tables, made and changed by Flyway as ours are. */
package org.acmconversation.engine.schema;
