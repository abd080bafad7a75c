/** The API for company days off. */
@NullMarked
package org.acmconversation.calendar.web;

import org.jspecify.annotations.NullMarked;
