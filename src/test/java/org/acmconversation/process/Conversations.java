package org.acmconversation.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions.init;

import java.util.List;
import org.acmconversation.engagement.Customer;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.engagement.Segment;
import org.acmconversation.ftop.FtopTasks;
import org.camunda.bpm.engine.ProcessEngine;

/** Starts conversations for tests. */
class Conversations {

    static final EntryCriteria MET = new EntryCriteria(true, true, true, false);
    static final EntryCriteria NO_KICKOFF = new EntryCriteria(false, true, true, false);
    static final EntryCriteria COVERED = new EntryCriteria(false, false, false, true);

    private final ProcessEngine engine;
    private final Engagements engagements;
    private final FtopTasks ftopTasks;
    private int started;

    Conversations(ProcessEngine engine, Engagements engagements, FtopTasks ftopTasks) {
        this.engine = engine;
        this.engagements = engagements;
        this.ftopTasks = ftopTasks;
    }

    Conversation start(Segment segment, int licenses, EntryCriteria criteria, String... services) {
        init(engine);
        var request = new NewEngagement(
                "TEST-" + ++started,
                new Customer("Contoso", null),
                segment,
                licenses,
                List.of(services),
                List.of(Initiative.RFA),
                criteria);
        var engagement = engagements.start(request);
        return new Conversation(engine, engagements, ftopTasks, engagement.id(), engagement.processInstanceId());
    }

    /** Starts a conversation of a customer who is not eligible for additional services. */
    Conversation start(String... services) {
        return start(Segment.CORPORATE, 500, MET, services);
    }
}
