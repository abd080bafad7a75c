/**
 * Strict parsing of requests, and error responses as {@code application/problem+json} (RFC 9457) with a stable type and
 * the invalid fields.
 */
@ApplicationModule(displayName = "Problems")
@NullMarked
package org.acmconversation.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
