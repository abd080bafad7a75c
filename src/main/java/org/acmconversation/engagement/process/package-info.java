/** This module's adapters for the process engine. */
@NullMarked
package org.acmconversation.engagement.process;

import org.jspecify.annotations.NullMarked;
