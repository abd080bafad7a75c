/**
 * The portfolio: how many engagements there are, at which steps they are and how long steps take. The figures are
 * stored in separate tables, which events update.
 */
@ApplicationModule(displayName = "Portfolio")
@NullMarked
package org.acmconversation.portfolio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
