/** This module's adapters for the process engine. */
@NullMarked
package org.acmconversation.workplace.process;

import org.jspecify.annotations.NullMarked;
