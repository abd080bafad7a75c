/** Authentication and authorization: one login for the API, the engine's REST API and the web applications. */
@ApplicationModule(displayName = "Security")
@NullMarked
package org.acmconversation.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
