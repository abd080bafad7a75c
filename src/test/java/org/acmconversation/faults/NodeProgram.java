package org.acmconversation.faults;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
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

    /** Options of every node. The archive is valid for the same collector only. */
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
        List<String> options = new ArrayList<>(List.of("-XX:SharedArchiveFile=" + ARCHIVE));
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
        List<Path> classes;
        try (Stream<Path> all = Files.walk(CLASSES)) {
            classes = all.sorted().toList();
        }
        if (!Files.exists(ARCHIVE) || isOlder(JAR, classes)) {
            Files.deleteIfExists(ARCHIVE);
            pack(classes);
            archive();
        }
    }

    private static boolean isOlder(Path jar, List<Path> classes) throws IOException {
        FileTime made = Files.getLastModifiedTime(jar);
        for (Path path : classes) {
            if (Files.getLastModifiedTime(path).compareTo(made) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Packs folders, too, because Flyway looks for those of its migrations. */
    private static void pack(List<Path> classes) throws IOException {
        try (OutputStream out = Files.newOutputStream(JAR);
                var jar = new ZipOutputStream(out)) {
            jar.setLevel(1);
            for (Path path : classes) {
                String name = CLASSES.relativize(path).toString().replace(File.separatorChar, '/');
                if (Files.isRegularFile(path)) {
                    jar.putNextEntry(new ZipEntry(name));
                    Files.copy(path, jar);
                } else if (!name.isEmpty()) {
                    jar.putNextEntry(new ZipEntry(name + "/"));
                }
            }
        }
    }

    /** Starts the application once, up to the point where it would accept requests. */
    private static void archive() throws IOException {
        List<String> command = new ArrayList<>(List.of(java().toString()));
        command.addAll(OPTIONS);
        command.addAll(List.of("-Dspring.context.exit=onRefresh", "-XX:ArchiveClassesAtExit=" + ARCHIVE));
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the application started", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
