package org.acmconversation.release;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The engagements that run now, as far as a release affects them. */
public interface RunningEngagements {

    /**
     * A model that engagements run.
     *
     * @param definitionId the engine's id of this version
     * @param process process id
     * @param deploymentId where it was deployed
     */
    record RunningModel(String definitionId, String process, String deploymentId) {}

    /**
     * Where engagements wait.
     *
     * @param count how many
     */
    record Place(String definitionId, String activityId, long count) {}

    /**
     * The target activity of engagements that cannot stay at their current one.
     *
     * @param process process id
     * @param from activity id in the model that it runs
     * @param to activity id in the new one
     */
    record Mapping(String process, String from, String to) {}

    /** Returns how many engagements run. */
    long count();

    /** Returns the models that they run, those of called processes, too. */
    List<RunningModel> models();

    /** Returns the files of a deployment by path. */
    Map<String, byte[]> deployed(String deploymentId);

    /** Returns where they wait. */
    List<Place> places();

    /** Returns how many run one of these definitions. */
    long countOf(Collection<String> definitionIds);

    /** Returns which run one of these definitions, oldest first. */
    List<String> of(Collection<String> definitionIds);

    /** Returns how many wait at a place and do not have a variable. */
    long countWithout(String variable, Place place);

    /** Returns how many wait at one of these places. */
    long countAt(Collection<Place> places);

    /**
     * Returns which of these mappings the engine does not accept for a definition, whether an engagement waits there or
     * not.
     */
    Collection<Mapping> refused(String definitionId, String deploymentId, List<Mapping> mappings);

    /**
     * Moves an engagement to the models of a deployment, with all processes that it calls, and aligns its open tasks
     * and timers.
     *
     * @throws CannotMigrateException if it has no place there
     */
    void migrate(String rootInstanceId, String deploymentId, List<Mapping> mappings);
}
