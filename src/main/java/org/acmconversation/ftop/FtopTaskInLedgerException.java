package org.acmconversation.ftop;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Only tasks that the ledger does not know can be acknowledged: 409. */
class FtopTaskInLedgerException extends ProblemException {

    FtopTaskInLedgerException() {
        super(
                HttpStatus.CONFLICT,
                "ftop-task-known",
                "An engagement has this task, so its difference needs attention: see docs/ftop.md.");
    }
}
