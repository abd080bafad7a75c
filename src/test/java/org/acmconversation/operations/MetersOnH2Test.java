package org.acmconversation.operations;

import org.acmconversation.contract.OnH2;

/** The metrics on H2. */
@OnH2
class MetersOnH2Test extends MetersContract {}
