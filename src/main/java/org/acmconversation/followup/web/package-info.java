/** The API and the page for the next action and status notes. */
@NullMarked
package org.acmconversation.followup.web;

import org.jspecify.annotations.NullMarked;
