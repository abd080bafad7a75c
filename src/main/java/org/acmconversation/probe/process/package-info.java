/** Evaluates decision tables in the DMN engine. */
@NullMarked
package org.acmconversation.probe.process;

import org.jspecify.annotations.NullMarked;
