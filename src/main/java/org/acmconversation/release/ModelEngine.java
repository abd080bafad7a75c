package org.acmconversation.release;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The process engine, as far as a release needs it. Every call takes part in the transaction around it. */
public interface ModelEngine {

    /**
     * Deploys all files as one deployment and returns its id.
     *
     * @throws ModelsRefusedException if the engine does not accept them
     */
    String deploy(String name, Map<String, byte[]> models);

    /**
     * Returns the files in use if people had deployed any of them before there were releases.
     *
     * @param ofNodes deployments that nodes made
     */
    Optional<Map<String, byte[]>> deployedByPeople(Collection<String> ofNodes);
}
