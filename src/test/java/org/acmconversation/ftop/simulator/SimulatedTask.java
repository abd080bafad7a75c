package org.acmconversation.ftop.simulator;

import org.acmconversation.ftop.FtopKey;
import org.acmconversation.ftop.FtopRecord;
import org.acmconversation.ftop.FtopTaskStatus;

/**
 * A task in the simulated FTOP.
 *
 * @param name null if the key was canceled before the task was created
 * @param reason reason for closing, or null
 */
public record SimulatedTask(FtopKey key, String reference, FtopTaskStatus status, String name, String reason) {

    FtopRecord toRecord() {
        return new FtopRecord(key, reference, status);
    }

    SimulatedTask closed(FtopTaskStatus as, String why) {
        return new SimulatedTask(key, reference, as, name, why);
    }
}
