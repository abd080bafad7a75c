/** This module's adapters for the process engine. */
@NullMarked
package org.acmconversation.substitution.process;

import org.jspecify.annotations.NullMarked;
