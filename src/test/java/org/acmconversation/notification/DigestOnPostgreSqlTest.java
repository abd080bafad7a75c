package org.acmconversation.notification;

import org.acmconversation.contract.OnPostgreSql;
import org.junit.jupiter.api.Nested;

/** Digests, with the queue on PostgreSQL. */
@OnPostgreSql
class DigestOnPostgreSqlTest {

    @Nested
    class Content extends DigestContract {}

    @Nested
    class ByChoice extends DigestPreferencesContract {}

    @Nested
    class FollowUps extends FollowUpNoticesContract {}
}
