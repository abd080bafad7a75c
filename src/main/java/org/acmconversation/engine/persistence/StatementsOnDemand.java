package org.acmconversation.engine.persistence;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.builder.IncompleteElementException;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.builder.xml.XMLStatementBuilder;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;

/**
 * Mapping files whose statements are read when they are first asked for: the engine has 880, of which a node uses some
 * hundred at its start and through its conversations. MyBatis itself knows statements that wait because they are
 * incomplete; here all of them are, until they are wanted.
 *
 * <p>Public, since MyBatis makes it.
 */
public class StatementsOnDemand extends Configuration {

    /** By their whole names and by their last parts, as MyBatis finds them, too. */
    private final Map<String, List<XMLStatementBuilder>> unread = new ConcurrentHashMap<>();

    private final Set<XMLStatementBuilder> waiting = new HashSet<>();
    private boolean areFilesRead;

    /** The whole name of the statement that is just being put aside. */
    private String putAside;

    /** Where a statement is put aside, not an error. */
    private static class NotYet extends IncompleteElementException {

        private static final long serialVersionUID = 1;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /** @param mappings MyBatis' configuration, which names the mapping files */
    static Configuration of(Reader mappings, Properties properties) {
        var configuration =
                (StatementsOnDemand) new XMLConfigBuilder(StatementsOnDemand.class, mappings, "", properties).parse();
        configuration.areFilesRead = true;
        return configuration;
    }

    /** The first thing that a statement's builder asks. */
    @Override
    public boolean hasStatement(String statement, boolean validateIncompleteStatements) {
        if (!areFilesRead) {
            putAside = statement;
            throw new NotYet();
        }
        read(statement);
        return super.hasStatement(statement, validateIncompleteStatements);
    }

    /** The next, after what it got for an answer. */
    @Override
    public void addIncompleteStatement(XMLStatementBuilder statement) {
        if (areFilesRead) {
            super.addIncompleteStatement(statement);
            return;
        }
        waiting.add(statement);
        unread.put(putAside, List.of(statement));
        unread.computeIfAbsent(putAside.substring(putAside.lastIndexOf('.') + 1), last -> new ArrayList<>())
                .add(statement);
    }

    @Override
    public MappedStatement getMappedStatement(String statement, boolean validateIncompleteStatements) {
        read(statement);
        return super.getMappedStatement(statement, validateIncompleteStatements);
    }

    private void read(String statement) {
        List<XMLStatementBuilder> named = unread.get(statement);
        // A statement that is being read looks for itself.
        if (named != null && !Thread.holdsLock(waiting)) {
            // The trees of the files, and what is included from one in another, are for one thread at a time.
            synchronized (waiting) {
                named.stream().filter(waiting::contains).forEach(wanted -> {
                    wanted.parseStatementNode();
                    // Not before: one that cannot be read says so to whoever asks.
                    waiting.remove(wanted);
                });
                unread.remove(statement);
            }
        }
    }

    private void readAll() {
        List.copyOf(unread.keySet()).forEach(this::read);
    }

    @Override
    public Collection<String> getMappedStatementNames() {
        readAll();
        return super.getMappedStatementNames();
    }

    @Override
    public Collection<MappedStatement> getMappedStatements() {
        readAll();
        return super.getMappedStatements();
    }
}
