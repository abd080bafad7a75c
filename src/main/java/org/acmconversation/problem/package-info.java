/**
 * Strict parsing of requests, with limits and constraints, and error responses as {@code application/problem+json} (RFC
 * 9457) with a stable type and the invalid fields; also outages and the API's description.
 */
@ApplicationModule(displayName = "Problems")
@NullMarked
package org.acmconversation.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
