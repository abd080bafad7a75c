package org.acmconversation.workplace;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The diagrams of an engagement's processes. */
public interface Diagrams {

    /** The main process first, then those that it called, as far as the history still has them. */
    List<Diagram> of(UUID engagementId);

    /** A model's BPMN, for the caller to close; empty if there is no such model. */
    Optional<InputStream> model(String modelId);
}
