package org.acmconversation.security;

import org.acmconversation.contract.OnH2;

/** Requests of one session do not get in each other's way, on H2. */
@OnH2
class ConcurrentSessionsOnH2Test extends ConcurrentSessionsContract {}
