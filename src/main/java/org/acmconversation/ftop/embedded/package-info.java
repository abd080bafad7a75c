/** No FTOP: our own ledger of tasks stands in for it, for trials and tests. */
@NullMarked
package org.acmconversation.ftop.embedded;

import org.jspecify.annotations.NullMarked;
