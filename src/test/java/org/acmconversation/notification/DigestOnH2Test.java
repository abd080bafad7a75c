package org.acmconversation.notification;

import org.acmconversation.contract.OnH2;

/** Digests, with the queue on H2. */
@OnH2
class DigestOnH2Test extends DigestContract {}
