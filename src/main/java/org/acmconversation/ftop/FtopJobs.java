package org.acmconversation.ftop;

/** The process's jobs that call FTOP. */
public interface FtopJobs {

    /**
     * Retries the failed jobs for a task at once.
     *
     * @return the number of jobs
     */
    int runAgain(FtopKey key);

    /**
     * Retries the failed jobs for a task that have no retries left.
     *
     * @return the number of jobs
     */
    int runAgainIfGivenUp(FtopKey key);
}
