/** The models' delegates for FTOP tasks, the jobs that call FTOP, and the catalog from its decision table. */
@NullMarked
package org.acmconversation.ftop.process;

import org.jspecify.annotations.NullMarked;
