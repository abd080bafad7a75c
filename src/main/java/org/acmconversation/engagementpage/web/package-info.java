/** The front page, the pages of an engagement with their forms, and the form for a new one. */
@NullMarked
package org.acmconversation.engagementpage.web;

import org.jspecify.annotations.NullMarked;
