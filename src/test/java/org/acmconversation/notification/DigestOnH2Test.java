package org.acmconversation.notification;

import org.acmconversation.contract.OnH2;
import org.junit.jupiter.api.Nested;

/** Digests, with the queue on H2. */
@OnH2
class DigestOnH2Test {

    @Nested
    class Content extends DigestContract {}

    @Nested
    class ByChoice extends DigestPreferencesContract {}

    @Nested
    class FollowUps extends FollowUpNoticesContract {}
}
