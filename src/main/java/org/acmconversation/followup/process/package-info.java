/** This module's adapters for the process engine. */
@NullMarked
package org.acmconversation.followup.process;

import org.jspecify.annotations.NullMarked;
