/** The client of the HTTP API of FTOP. */
@NullMarked
package org.acmconversation.ftop.http;

import org.jspecify.annotations.NullMarked;
