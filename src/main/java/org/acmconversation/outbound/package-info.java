/** Calls to servers that are not ours, and not trusted. */
@ApplicationModule(displayName = "Calls out")
package org.acmconversation.outbound;

import org.springframework.modulith.ApplicationModule;
