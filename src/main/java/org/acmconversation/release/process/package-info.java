/** This module's adapters for the process engine. */
@NullMarked
package org.acmconversation.release.process;

import org.jspecify.annotations.NullMarked;
