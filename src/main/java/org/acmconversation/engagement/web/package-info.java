/** The API and the list of engagements, their import from CSV, and their export. */
@NullMarked
package org.acmconversation.engagement.web;

import org.jspecify.annotations.NullMarked;
