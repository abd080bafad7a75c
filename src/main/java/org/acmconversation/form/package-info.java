/** The models' forms on the server: validates what people submit by the form's own rules, and stores the answers. */
@ApplicationModule(displayName = "Forms")
@NullMarked
package org.acmconversation.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
