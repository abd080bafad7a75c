/** Endpoints of this module. */
@NullMarked
package org.acmconversation.absence.web;

import org.jspecify.annotations.NullMarked;
