package org.acmconversation.bench;

/** Average counters of one conversation. */
record PerConversation(
        double statements,
        double transactions,
        double rowsWritten,
        double walKilobytes,
        double rowsScanned,
        double applicationCpuMillis,
        double databaseCpuMillis) {

    static PerConversation of(Counters counters, double conversations) {
        return new PerConversation(
                counters.statements() / conversations,
                counters.transactions() / conversations,
                counters.rowsWritten() / conversations,
                counters.walBytes() / 1024.0 / conversations,
                counters.rowsScanned() / conversations,
                counters.applicationCpu().toMillis() / conversations,
                counters.databaseCpu().toMillis() / conversations);
    }
}
