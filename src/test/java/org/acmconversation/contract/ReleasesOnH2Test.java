package org.acmconversation.contract;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** What analysts do over the API, on H2. Apart from {@link ContractOnH2Test}, so that both run at once. */
@OnH2
@Tag("untuned")
class ReleasesOnH2Test {

    @Nested
    class Deployment extends DeploymentContract {}

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
    class ReleaseIntake extends ReleaseIntakeContract {}

    @Nested
    class UnfitModel extends UnfitModelContract {}
}
