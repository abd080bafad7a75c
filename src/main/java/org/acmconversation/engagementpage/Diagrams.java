package org.acmconversation.engagementpage;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The diagrams of an engagement's processes. */
public interface Diagrams {

    /** Returns the main process first, then the processes that it called, if they are still in the history. */
    List<Diagram> of(UUID engagementId);

    /** Opens a model's BPMN, which the caller must close; empty if there is no such model. */
    Optional<InputStream> model(String modelId);
}
