/** The API for substitutions, and the pages for absences. */
@NullMarked
package org.acmconversation.substitution.web;

import org.jspecify.annotations.NullMarked;
