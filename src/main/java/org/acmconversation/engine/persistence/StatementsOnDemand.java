package org.acmconversation.engine.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.builder.IncompleteElementException;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.builder.xml.XMLStatementBuilder;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.parsing.XNode;
import org.apache.ibatis.session.Configuration;

/**
 * Mapping files that are read when something in them is first asked for, and their statements each in its turn: of the
 * engine's 880 statements a node uses some hundred, and a start needs seven of its files. MyBatis itself knows
 * statements that wait because they are incomplete; here all of them are, until they are wanted.
 *
 * <p>Public, since MyBatis makes it.
 */
public class StatementsOnDemand extends Configuration {

    private static final Pattern MAPPER = Pattern.compile("<mapper\\s+(?:resource|url)=\"([^\"]+)\"\\s*/>");
    private static final Pattern NAMESPACE = Pattern.compile("<mapper\\s+namespace\\s*=\\s*[\"']([^\"']+)");
    private static final Pattern ID = Pattern.compile("\\sid\\s*=\\s*[\"']([^\"']+)");

    /** The trees of the files, and what is included from one in another, are for one thread at a time. */
    private final Object reading = new Object();

    private final List<MappingFile> files = new ArrayList<>();

    /** What is in which files, by the whole names and by their last parts, as MyBatis finds them, too. */
    private final Map<String, List<MappingFile>> filesOfNames = new ConcurrentHashMap<>();

    /** By the same names. */
    private final Map<String, List<XMLStatementBuilder>> unread = new ConcurrentHashMap<>();

    private final Set<XMLStatementBuilder> waiting = new HashSet<>();

    /** What others include. */
    private final Map<String, XNode> fragments = new StrictMap<>("SQL fragments") {

        private static final long serialVersionUID = 1;

        @Override
        public XNode get(Object name) {
            readFiles(String.valueOf(name));
            return super.get(name);
        }
    };

    private boolean isFileBeingRead;

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
    static StatementsOnDemand of(InputStream mappings, Properties properties) throws IOException {
        Matcher mapper = MAPPER.matcher(text(mappings));
        // The same, but for the files.
        var others = new StringReader(mapper.replaceAll(""));
        var configuration =
                (StatementsOnDemand) new XMLConfigBuilder(StatementsOnDemand.class, others, "", properties).parse();
        mapper.reset();
        while (mapper.find()) {
            configuration.add(mapper.group(1));
        }
        return configuration;
    }

    /**
     * One more mapping file, before anything is asked for by several threads.
     *
     * @param place a resource or a URL
     */
    void add(String place) throws IOException {
        String text;
        try (InputStream stream = open(place)) {
            text = text(stream);
        }
        var file = new MappingFile(place);
        files.add(file);
        Matcher namespace = NAMESPACE.matcher(text);
        if (!namespace.find()) {
            throw new IllegalArgumentException("%s is no mapping file: it has no namespace".formatted(place));
        }
        Matcher id = ID.matcher(text);
        while (id.find()) {
            filesOf(id.group(1)).add(file);
            filesOf(namespace.group(1) + "." + id.group(1)).add(file);
        }
    }

    private List<MappingFile> filesOf(String name) {
        return filesOfNames.computeIfAbsent(name, first -> new ArrayList<>(1));
    }

    private static InputStream open(String place) throws IOException {
        return place.contains(":") ? Resources.getUrlAsStream(place) : Resources.getResourceAsStream(place);
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    private class MappingFile {

        private final String place;
        private boolean isBegun;
        private volatile boolean isRead;

        /** Told again to whoever asks: what had been read before it would only be said to be there twice. */
        private RuntimeException failure;

        MappingFile(String place) {
            this.place = place;
        }

        void read() {
            if (isRead) {
                return;
            }
            synchronized (reading) {
                if (failure != null) {
                    throw failure;
                }
                // While it is read, its parts ask for one another.
                if (!isBegun) {
                    // Where a file cannot be opened, it may be the next time.
                    XMLMapperBuilder tree = tree();
                    isBegun = true;
                    read(tree);
                    isRead = true;
                }
            }
        }

        private XMLMapperBuilder tree() {
            try (InputStream stream = open(place)) {
                return new XMLMapperBuilder(stream, StatementsOnDemand.this, place, fragments);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void read(XMLMapperBuilder tree) {
            boolean isOtherBeingRead = isFileBeingRead;
            isFileBeingRead = true;
            try {
                tree.parse();
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            } finally {
                isFileBeingRead = isOtherBeingRead;
            }
        }
    }

    private boolean isFileBeingReadHere() {
        return Thread.holdsLock(reading) && isFileBeingRead;
    }

    private void readFiles(String name) {
        List<MappingFile> named = filesOfNames.get(name);
        if (named != null) {
            named.forEach(MappingFile::read);
        }
    }

    @Override
    public Map<String, XNode> getSqlFragments() {
        return fragments;
    }

    @Override
    public boolean hasResultMap(String id) {
        readFiles(id);
        return super.hasResultMap(id);
    }

    @Override
    public ResultMap getResultMap(String id) {
        readFiles(id);
        return super.getResultMap(id);
    }

    /** The first thing that a statement's builder asks. */
    @Override
    public boolean hasStatement(String statement, boolean validateIncompleteStatements) {
        if (isFileBeingReadHere()) {
            putAside = statement;
            throw new NotYet();
        }
        read(statement);
        return super.hasStatement(statement, false);
    }

    /** The next, after what it got for an answer. */
    @Override
    public void addIncompleteStatement(XMLStatementBuilder statement) {
        if (!isFileBeingReadHere()) {
            super.addIncompleteStatement(statement);
            return;
        }
        waiting.add(statement);
        unread.put(putAside, List.of(statement));
        unread.computeIfAbsent(putAside.substring(putAside.lastIndexOf('.') + 1), last -> new ArrayList<>())
                .add(statement);
    }

    /** Without MyBatis' own look at what is incomplete, which takes its locks in the other order. */
    @Override
    public MappedStatement getMappedStatement(String statement, boolean validateIncompleteStatements) {
        read(statement);
        return super.getMappedStatement(statement, false);
    }

    private void read(String statement) {
        readFiles(statement);
        List<XMLStatementBuilder> named = unread.get(statement);
        // A statement that is being read looks for itself.
        if (named != null && !Thread.holdsLock(reading)) {
            synchronized (reading) {
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
        files.forEach(MappingFile::read);
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
