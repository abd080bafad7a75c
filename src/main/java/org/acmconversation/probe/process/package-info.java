/** This module's adapters for the process engine. */
@NullMarked
package org.acmconversation.probe.process;

import org.jspecify.annotations.NullMarked;
