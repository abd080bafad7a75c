/** Makes the data of the engagement and its earlier answers available to forms in Tasklist. */
@NullMarked
package org.acmconversation.formanswer.process;

import org.jspecify.annotations.NullMarked;
