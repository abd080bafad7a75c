/** An FTOP in our own database, for trials and tests. */
@NullMarked
package org.acmconversation.ftop.embedded;

import org.jspecify.annotations.NullMarked;
