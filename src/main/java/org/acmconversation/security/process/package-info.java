/** This module's adapters for the process engine. */
@NullMarked
package org.acmconversation.security.process;

import org.jspecify.annotations.NullMarked;
