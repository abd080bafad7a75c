/** The API and the page with the figures of the portfolio. */
@NullMarked
package org.acmconversation.portfolio.web;

import org.jspecify.annotations.NullMarked;
