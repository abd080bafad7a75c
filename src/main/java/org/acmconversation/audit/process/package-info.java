/** Copies the engine's user operations into the audit trail. */
@NullMarked
package org.acmconversation.audit.process;

import org.jspecify.annotations.NullMarked;
