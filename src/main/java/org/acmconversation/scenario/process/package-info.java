/** This module's adapters for the process engine. */
@NullMarked
package org.acmconversation.scenario.process;

import org.jspecify.annotations.NullMarked;
