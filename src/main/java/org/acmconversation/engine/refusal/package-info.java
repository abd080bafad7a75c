/** Why the engine refuses a request, as a status code and as a sentence for people. */
@NullMarked
package org.acmconversation.engine.refusal;

import org.jspecify.annotations.NullMarked;
