/**
 * The portfolio: how many engagements there are, where they wait and how long steps take. Its figures are rows of its
 * own, which events keep.
 */
@ApplicationModule(displayName = "Portfolio")
@NullMarked
package org.acmconversation.portfolio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
