/** Evaluates decision tables in the DMN engine. */
@NullMarked
package org.acmconversation.decisionprobe.process;

import org.jspecify.annotations.NullMarked;
