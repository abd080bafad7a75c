/**
 * The page with notifications, their count in the bar, the API and the form for preferences, and unsubscribing from
 * mail.
 */
@NullMarked
package org.acmconversation.notification.web;

import org.jspecify.annotations.NullMarked;
