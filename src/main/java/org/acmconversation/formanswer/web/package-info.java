/** The API for the answers of an engagement, and the page with the tasks that a person completed. */
@NullMarked
package org.acmconversation.formanswer.web;

import org.jspecify.annotations.NullMarked;
