/** This module's adapters for the process engine. */
@NullMarked
package org.acmconversation.ftop.process;

import org.jspecify.annotations.NullMarked;
