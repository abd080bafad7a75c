/** What operators see of the service: its health and its figures, on a port of their own. */
@ApplicationModule(displayName = "Operations")
package org.acmconversation.operations;

import org.springframework.modulith.ApplicationModule;
