package org.acmconversation.operations;

import org.acmconversation.contract.OnH2;

/** One of all nodes does the work, on H2. */
@OnH2
class SharedWorkOnH2Test extends SharedWorkContract {}
