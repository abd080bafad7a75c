/** This module's adapters for the process engine. */
@NullMarked
package org.acmconversation.invitation.process;

import org.jspecify.annotations.NullMarked;
