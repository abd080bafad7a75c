/**
 * Calls to untrusted external servers: addresses, limits, backoff. Also quiet mode, which sends nothing, and the checks
 * for a restored database, which must not send what the original has sent.
 */
@ApplicationModule(displayName = "Calls out")
@NullMarked
package org.acmconversation.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
