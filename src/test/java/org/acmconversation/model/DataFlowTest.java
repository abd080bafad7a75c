package org.acmconversation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Variables that a waiting instance still needs. */
class DataFlowTest {

    private static Set<String> neededFrom(String activity, String from, String to) {
        Map<String, String> files = Draft.files();
        assertThat(files).anySatisfy((name, content) -> assertThat(content).contains(from));
        files.replaceAll((name, content) -> content.replace(from, to));
        ModelFiles models = Draft.read(files);
        ModelElement process = models.inProcesses("process").findFirst().orElseThrow();
        return new DataFlow(process, models, Draft.KNOWN).neededFrom(activity).keySet();
    }

    @Test
    void needsVariablesReadBeforeTheyAreSet() {
        assertThat(neededFrom("createTask", "", "")).contains("discussionOutcome", "services");
        assertThat(neededFrom("engagementReceived", "", "")).doesNotContain("discussionOutcome");
        assertThat(neededFrom("requestSme", "", "")).doesNotContain("discussionOutcome");
    }

    @Test
    void formsSetVariablesBeforeLaterReads() {
        String reads = "<camunda:in source=\"services\" target=\"services\"/>";
        String readsTopic = reads + "<camunda:in source=\"smeTopic\" target=\"smeTopic\"/>";

        assertThat(neededFrom("requestSme", reads, readsTopic)).doesNotContain("smeTopic");
        assertThat(neededFrom("createTask", reads, readsTopic)).contains("smeTopic");
    }

    @Test
    void unknownActivitiesNeedNothing() {
        assertThat(neededFrom("gone", "", "")).isEmpty();
    }
}
