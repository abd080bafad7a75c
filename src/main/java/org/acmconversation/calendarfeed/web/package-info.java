/** The API and the page for calendar feeds, and their download by calendar programs. */
@NullMarked
package org.acmconversation.calendarfeed.web;

import org.jspecify.annotations.NullMarked;
