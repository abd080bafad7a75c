/** This module's adapters for the process engine. */
@NullMarked
package org.acmconversation.answer.process;

import org.jspecify.annotations.NullMarked;
