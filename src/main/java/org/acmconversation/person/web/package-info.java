/** The API and the page for a person's language and time zone, which apply to all pages. */
@NullMarked
package org.acmconversation.person.web;

import org.jspecify.annotations.NullMarked;
