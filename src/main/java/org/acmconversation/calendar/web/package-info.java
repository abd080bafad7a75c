/** Endpoints of this module. */
@NullMarked
package org.acmconversation.calendar.web;

import org.jspecify.annotations.NullMarked;
