/** Reads where an engagement is and was, for its diagrams. */
@NullMarked
package org.acmconversation.engagementpage.process;

import org.jspecify.annotations.NullMarked;
