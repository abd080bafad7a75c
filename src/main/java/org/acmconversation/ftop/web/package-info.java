/** The API for FTOP tasks, for the tasks that a profile would get, and for reconciliations. */
@NullMarked
package org.acmconversation.ftop.web;

import org.jspecify.annotations.NullMarked;
