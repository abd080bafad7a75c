package org.acmconversation.process;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.acmconversation.ftop.CatalogTask;
import org.acmconversation.ftop.Ftop;
import org.acmconversation.ftop.FtopKey;
import org.acmconversation.ftop.FtopRecord;
import org.acmconversation.ftop.FtopRefusedException;
import org.acmconversation.ftop.FtopTaskStatus;
import org.acmconversation.ftop.FtopUnavailableException;
import org.acmconversation.ftop.FtopUnavailableException.Kind;
import org.springframework.context.annotation.Primary;

/** An FTOP that works, is down, or refuses a task, as the test requires. */
@Primary
class ScriptedFtop implements Ftop {

    private final Set<String> refused = new HashSet<>();
    private boolean down;
    private int calls;

    void reset() {
        refused.clear();
        down = false;
        calls = 0;
    }

    void goDown() {
        down = true;
    }

    void comeBack() {
        down = false;
    }

    void refuse(String catalogId) {
        refused.add(catalogId);
    }

    void acceptAgain() {
        refused.clear();
    }

    int calls() {
        return calls;
    }

    @Override
    public FtopRecord create(UUID engagementId, CatalogTask task) {
        return answer(new FtopKey(engagementId, task.catalogId()), FtopTaskStatus.OPEN);
    }

    @Override
    public FtopRecord close(FtopKey key, FtopTaskStatus status, String reason) {
        return answer(key, status);
    }

    @Override
    public List<FtopRecord> find(Collection<FtopKey> keys) {
        throw new UnsupportedOperationException("No script has this yet");
    }

    @Override
    public List<FtopRecord> open(FtopKey after, int limit) {
        throw new UnsupportedOperationException("No script has this yet");
    }

    private FtopRecord answer(FtopKey key, FtopTaskStatus status) {
        calls++;
        if (down) {
            throw new FtopUnavailableException(Kind.TIMED_OUT, "FTOP did not answer", null);
        }
        if (refused.contains(key.catalogId())) {
            throw new FtopRefusedException(key.catalogId(), "FTOP no acepta la tarea " + key.catalogId());
        }
        return new FtopRecord(key, "FTOP-" + key.catalogId(), status);
    }
}
