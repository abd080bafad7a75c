package org.acmconversation.operations;

import org.acmconversation.contract.OnH2;

/** Refused starts on H2. */
@OnH2
class RefusedStartOnH2Test extends RefusedStartContract {}
