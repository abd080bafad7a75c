/**
 * Idempotent requests that create a resource: a repeated {@code Idempotency-Key} returns the first response and has no
 * further effect.
 */
@ApplicationModule(displayName = "Idempotency")
@NullMarked
package org.acmconversation.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
