/** The API for exporting and erasing personal data, and for legal holds. */
@NullMarked
package org.acmconversation.erasure.web;

import org.jspecify.annotations.NullMarked;
