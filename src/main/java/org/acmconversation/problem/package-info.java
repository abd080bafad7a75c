/**
 * How the API says no: requests are read strictly, and every refusal is {@code application/problem+json} (RFC 9457)
 * with a stable type that names the fields at fault.
 */
@ApplicationModule(displayName = "Problems")
package org.acmconversation.problem;

import org.springframework.modulith.ApplicationModule;
