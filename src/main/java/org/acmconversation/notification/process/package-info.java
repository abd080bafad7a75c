/** This module's adapters for the process engine. */
@NullMarked
package org.acmconversation.notification.process;

import org.jspecify.annotations.NullMarked;
