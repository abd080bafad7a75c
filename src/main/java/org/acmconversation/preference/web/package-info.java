/** The API and the page for a person's language and time zone, which apply to all pages. */
@NullMarked
package org.acmconversation.preference.web;

import org.jspecify.annotations.NullMarked;
