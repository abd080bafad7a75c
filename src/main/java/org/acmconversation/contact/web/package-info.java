/** The API and the pages for the contacts of an engagement. */
@NullMarked
package org.acmconversation.contact.web;

import org.jspecify.annotations.NullMarked;
