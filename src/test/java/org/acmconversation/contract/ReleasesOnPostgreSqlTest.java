package org.acmconversation.contract;

import org.junit.jupiter.api.Nested;

/** What analysts do over the API, on PostgreSQL. {@link ReleasesOnH2Test} alone tests what reaches no database. */
@OnPostgreSql
class ReleasesOnPostgreSqlTest {

    @Nested
    class Release extends ReleaseContract {}

    @Nested
    class ReleaseDraft extends ReleaseDraftContract {}

    @Nested
    class ReleaseScenario extends ReleaseScenarioContract {}

    @Nested
    class Modeler extends ModelerContract {}

    @Nested
    class ReleaseMigration extends ReleaseMigrationContract {}

    @Nested
    class ReleaseMapping extends ReleaseMappingContract {}

    @Nested
    class UnfitModel extends UnfitModelContract {}
}
