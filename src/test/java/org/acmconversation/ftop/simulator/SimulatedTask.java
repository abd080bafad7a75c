package org.acmconversation.ftop.simulator;

import org.acmconversation.ftop.FtopKey;
import org.acmconversation.ftop.FtopRecord;
import org.acmconversation.ftop.FtopTaskStatus;

/**
 * A task in the simulated FTOP.
 *
 * @param name null where the key was canceled before there was a task
 * @param reason why it was closed, if the service said so
 */
public record SimulatedTask(FtopKey key, String reference, FtopTaskStatus status, String name, String reason) {

    FtopRecord toRecord() {
        return new FtopRecord(key, reference, status);
    }

    SimulatedTask closed(FtopTaskStatus as, String why) {
        return new SimulatedTask(key, reference, as, name, why);
    }
}
