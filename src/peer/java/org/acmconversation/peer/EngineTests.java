package org.acmconversation.peer;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.test.util.PluggableProcessEngineTest;

/** The classes in Camunda's test archive. */
class EngineTests {

    /**
     * What our persistence changes: tasks, jobs, variables, executions and their history, authorizations, migration,
     * concurrency, and the execution of processes. The rest is about parsing, CMMN, tenants and settings.
     */
    private static final Pattern RELEVANT = Pattern.compile(String.join(
            "|",
            "org\\.camunda\\.bpm\\.engine\\.test\\.concurrency\\..*",
            "org\\.camunda\\.bpm\\.engine\\.test\\.jobexecutor\\..*",
            "org\\.camunda\\.bpm\\.engine\\.test\\.persistence\\..*",
            "org\\.camunda\\.bpm\\.engine\\.test\\.history\\..*",
            "org\\.camunda\\.bpm\\.engine\\.test\\.bpmn\\..*",
            "org\\.camunda\\.bpm\\.engine\\.test\\.api\\.(authorization|form|runtime|task|variables)\\..*"));

    private EngineTests() {}

    /** Returns all top-level classes that are not abstract. */
    static List<String> all() throws IOException {
        try (var archive = new JarFile(archive().toFile())) {
            return archive.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith("Test.class") && !name.contains("$"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .filter(EngineTests::isRunnable)
                    .sorted()
                    .toList();
        }
    }

    /** Returns the classes that also run on PostgreSQL. */
    static List<String> relevant() throws IOException {
        return all().stream().filter(RELEVANT.asMatchPredicate()).toList();
    }

    private static boolean isRunnable(String name) {
        try {
            return !Modifier.isAbstract(Class.forName(name, false, EngineTests.class.getClassLoader())
                    .getModifiers());
        } catch (ClassNotFoundException | LinkageError lacksItsOwnSuperclass) {
            return false;
        }
    }

    private static Path archive() {
        try {
            return Path.of(PluggableProcessEngineTest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
