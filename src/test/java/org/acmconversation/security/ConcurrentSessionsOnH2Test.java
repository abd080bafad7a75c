package org.acmconversation.security;

import org.acmconversation.contract.OnH2;

/** Concurrent requests in one session succeed on H2. */
@OnH2
class ConcurrentSessionsOnH2Test extends ConcurrentSessionsContract {}
