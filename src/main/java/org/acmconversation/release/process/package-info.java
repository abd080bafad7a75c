/** Deploys releases, and finds and migrates running engagements. */
@NullMarked
package org.acmconversation.release.process;

import org.jspecify.annotations.NullMarked;
