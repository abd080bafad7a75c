/**
 * Requests that create a resource and can be repeated: a repeated {@code Idempotency-Key} gets the first response and
 * has no further effect.
 */
@ApplicationModule(displayName = "Idempotency")
@NullMarked
package org.acmconversation.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
