/** Runs scenarios in an engine of their own with an empty database. */
@NullMarked
package org.acmconversation.scenario.process;

import org.jspecify.annotations.NullMarked;
