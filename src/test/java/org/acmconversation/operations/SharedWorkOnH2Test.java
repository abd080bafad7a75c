package org.acmconversation.operations;

import org.acmconversation.contract.OnH2;

/** Shared work on H2. */
@OnH2
class SharedWorkOnH2Test extends SharedWorkContract {}
