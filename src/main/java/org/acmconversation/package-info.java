/** The application. */
@NullMarked
package org.acmconversation;

import org.jspecify.annotations.NullMarked;
