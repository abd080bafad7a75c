package org.acmconversation.ftop;

/** The jobs of the process that ask FTOP. */
public interface FtopJobs {

    /**
     * Has those jobs run again at once that have failed and ask for a task.
     *
     * @return how many there are
     */
    int runAgain(FtopKey key);

    /**
     * Has those of them run again that would not any more.
     *
     * @return how many there are
     */
    int runAgainIfGivenUp(FtopKey key);
}
