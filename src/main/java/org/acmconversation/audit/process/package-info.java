/** This module's adapters for the process engine. */
@NullMarked
package org.acmconversation.audit.process;

import org.jspecify.annotations.NullMarked;
