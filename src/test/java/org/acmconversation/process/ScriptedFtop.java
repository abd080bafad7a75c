package org.acmconversation.process;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.acmconversation.ftop.CatalogTask;
import org.acmconversation.ftop.Ftop;
import org.acmconversation.ftop.FtopRefusedException;
import org.acmconversation.ftop.FtopTask;
import org.acmconversation.ftop.FtopTaskStatus;
import org.acmconversation.ftop.FtopUnavailableException;
import org.springframework.context.annotation.Primary;

/** FTOP as the test wants it: at work, down, or refusing a task. */
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
    public String create(UUID engagementId, CatalogTask task) {
        answer(task.catalogId());
        return "FTOP-" + task.catalogId();
    }

    @Override
    public void close(FtopTask task, FtopTaskStatus status) {
        answer(task.catalogId());
    }

    private void answer(String catalogId) {
        calls++;
        if (down) {
            throw new FtopUnavailableException("FTOP did not answer", null);
        }
        if (refused.contains(catalogId)) {
            throw new FtopRefusedException(catalogId, "FTOP no acepta la tarea " + catalogId);
        }
    }
}
