/** Finds the engine's open incidents. */
@NullMarked
package org.acmconversation.notification.process;

import org.jspecify.annotations.NullMarked;
