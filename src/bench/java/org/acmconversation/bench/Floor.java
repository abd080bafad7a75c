package org.acmconversation.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes the rows of a finished conversation with plain JDBC. */
class Floor {

    private static final int WRITERS = 8;

    /** Beyond the numbers of the seed's copies. */
    private static final AtomicInteger NEXT = new AtomicInteger(1_000_000_000);

    private final DatabaseServer server;
    private final List<String> inserts;
    private final int transactions;

    Floor(DatabaseServer server, List<String> inserts, int transactions) {
        this.server = server;
        this.inserts = inserts;
        this.transactions = transactions;
    }

    /** @param size number of open tasks in the database */
    record Result(int size, double perSecond, int rows, int transactions) {}

    Result during(Duration time, int size) throws Exception {
        long start = System.nanoTime();
        var written = new AtomicInteger();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                all.add(writers.submit(() -> {
                    try (Connection connection = server.connect("product")) {
                        connection.setAutoCommit(false);
                        while (System.nanoTime() < start + time.toNanos()) {
                            write(connection, NEXT.getAndIncrement());
                            written.incrementAndGet();
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> writer : all) {
                writer.get();
            }
        } finally {
            writers.shutdownNow();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Result(size, written.get() / seconds, inserts.size(), transactions);
    }

    private void write(Connection connection, int number) throws SQLException {
        int inOne = Math.max(1, (inserts.size() + transactions - 1) / transactions);
        for (int i = 0; i < inserts.size(); i++) {
            try (var insert = connection.prepareStatement(inserts.get(i))) {
                insert.setInt(1, number);
                insert.setInt(2, number);
                insert.executeUpdate();
            }
            if (i % inOne == inOne - 1) {
                connection.commit();
            }
        }
        connection.commit();
    }
}
