package org.acmconversation.faults;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.acmconversation.AcmConversationApplication;

/**
 * What nodes run: this version, with an archive of its loaded classes (class data sharing, JEP 350), which saves almost
 * a third of the CPU time of a start. An archive cannot be made of folders, so the classes are packed first. Test JVMs
 * share both; one that finds another at work on them does without.
 */
class NodeProgram {

    /** Options of every node, also when the archive is made. */
    static final List<String> OPTIONS = List.of("-Xmx400m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Path FOLDER = Path.of("target", "node");
    private static final Path JAR = FOLDER.resolve("application.jar");
    private static final Path ARCHIVE =
            FOLDER.resolve("application-%s.jsa".formatted(System.getProperty("java.version")));
    private static final Path CLASSES = Path.of("target", "classes");

    private static boolean isReady;

    private NodeProgram() {}

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Returns the options that start this version, up to its main class, with a folder in front of its class path. */
    static List<String> with(Path folder) {
        return List.of(
                "-cp", folder + File.pathSeparator + classPath(CLASSES), AcmConversationApplication.class.getName());
    }

    /** Returns the options that start this version, up to its main class. */
    static synchronized List<String> options() throws IOException {
        if (!isReady) {
            Files.createDirectories(FOLDER);
            try (FileChannel file = FileChannel.open(
                            FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = file.tryLock()) {
                if (lock == null) {
                    return started(CLASSES);
                }
                prepare();
                isReady = true;
            }
        }
        List<String> options = new ArrayList<>();
        if (Files.exists(ARCHIVE)) {
            options.add("-XX:SharedArchiveFile=" + ARCHIVE);
        }
        options.addAll(started(JAR));
        return options;
    }

    private static List<String> started(Path classes) {
        return List.of("-cp", classPath(classes), AcmConversationApplication.class.getName());
    }

    private static String classPath(Path classes) {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .map(entry -> Path.of(entry).endsWith(CLASSES)
                        ? classes.toAbsolutePath().toString()
                        : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void prepare() throws IOException {
        Path packed = FOLDER.resolve("packed.jar");
        pack(packed);
        // A rewritten file would invalidate the archive, even with the same content.
        if (!Files.exists(JAR) || Files.mismatch(packed, JAR) >= 0) {
            move(packed, JAR);
        }
        if (!Files.exists(ARCHIVE)
                || Files.getLastModifiedTime(ARCHIVE).compareTo(Files.getLastModifiedTime(JAR)) < 0) {
            archive();
        }
    }

    /** Running nodes keep the file that they have opened. */
    private static void move(Path made, Path target) throws IOException {
        Files.move(made, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Packs folders, too, because Flyway looks for those of its migrations. */
    private static void pack(Path target) throws IOException {
        List<Path> classes;
        try (Stream<Path> all = Files.walk(CLASSES)) {
            classes = all.sorted().toList();
        }
        try (OutputStream out = Files.newOutputStream(target);
                var jar = new ZipOutputStream(out)) {
            jar.setLevel(1);
            for (Path path : classes) {
                String name = CLASSES.relativize(path).toString().replace(File.separatorChar, '/');
                if (Files.isRegularFile(path)) {
                    jar.putNextEntry(entry(name));
                    Files.copy(path, jar);
                } else if (!name.isEmpty()) {
                    jar.putNextEntry(entry(name + "/"));
                }
            }
        }
    }

    /** With the same time always, so that the same classes make the same file. */
    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        return entry;
    }

    /** Starts the application once, up to the point where it would accept requests. */
    private static void archive() throws IOException {
        List<String> command = new ArrayList<>(List.of(java().toString()));
        command.addAll(OPTIONS);
        Path made = FOLDER.resolve("made.jsa");
        command.addAll(List.of("-Dspring.context.exit=onRefresh", "-XX:ArchiveClassesAtExit=" + made));
        command.addAll(started(JAR));
        command.addAll(List.of(
                "--spring.profiles.active=local",
                "--spring.datasource.url=jdbc:h2:mem:archive",
                "--server.port=0",
                "--management.server.port=0"));
        Path log = FOLDER.resolve("archive.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("The application did not start; its log is " + log);
            }
            // A JVM without an archive of its own classes makes none.
            if (Files.exists(made)) {
                move(made, ARCHIVE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the application started", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
