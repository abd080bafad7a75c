package org.acmconversation.scenario;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acmconversation.ftop.CatalogTask;
import org.acmconversation.ftop.Ftop;
import org.acmconversation.ftop.FtopKey;
import org.acmconversation.ftop.FtopRecord;
import org.acmconversation.ftop.FtopRefusedException;
import org.acmconversation.ftop.FtopTaskStatus;
import org.jspecify.annotations.Nullable;

/** Stands in for FTOP: makes no calls, accepts every request, and refuses those that a scenario names. */
public class ScenarioFtop implements Ftop {

    /** Reasons for refusals by catalog id; each applies to one request. */
    private final Map<String, Deque<String>> refusals = new HashMap<>();

    /** Refuses the next request for a task. */
    public void refuseNext(String catalogId, String reason) {
        refusals.computeIfAbsent(catalogId, id -> new ArrayDeque<>()).add(reason);
    }

    /** Forgets pending refusals. */
    public void reset() {
        refusals.clear();
    }

    @Override
    public FtopRecord create(UUID engagementId, CatalogTask task) {
        return answer(new FtopKey(engagementId, task.catalogId()), FtopTaskStatus.OPEN);
    }

    @Override
    public FtopRecord close(FtopKey key, FtopTaskStatus status, @Nullable String reason) {
        return answer(key, status);
    }

    private FtopRecord answer(FtopKey key, FtopTaskStatus status) {
        Deque<String> reasons = refusals.get(key.catalogId());
        String reason = reasons == null ? null : reasons.poll();
        if (reason != null) {
            throw new FtopRefusedException(key.catalogId(), reason);
        }
        return new FtopRecord(key, "FTOP-" + key.catalogId(), status);
    }

    @Override
    public List<FtopRecord> find(Collection<FtopKey> keys) {
        return List.of();
    }

    @Override
    public List<FtopRecord> open(@Nullable FtopKey after, int limit) {
        return List.of();
    }
}
