package org.acmconversation.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.acmconversation.loopback.ReservedPort;

/**
 * A server of the installed PostgreSQL, whose programs include those missing from the embedded one, such as pg_dump.
 */
class InstalledPostgreSql implements AutoCloseable {

    private static final List<String> PROGRAMS =
            List.of("initdb", "pg_ctl", "psql", "createdb", "pg_dump", "pg_restore");

    /** Debian's folder of installed versions. */
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path folder;
    private final ReservedPort port = new ReservedPort();

    /** Starts a new server with the same roles as in production. */
    InstalledPostgreSql(Path programs, Path folder) throws IOException, InterruptedException {
        this.programs = programs;
        this.folder = Files.createDirectories(folder);
        asServer("initdb", "-D", data(), "-U", "postgres", "-A", "trust", "-E", "UTF8");
        asServer(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-l",
                folder.resolve("server.log").toString(),
                "-o",
                "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=''".formatted(port.number()),
                "start");
        run("psql", "-q", "-c", "create role acm_owner login; create role acm login", "postgres");
    }

    /** Returns the folder with the programs; empty if one of them is not installed. */
    static Optional<Path> programs() throws IOException {
        List<Path> folders = new ArrayList<>(Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .toList());
        if (Files.isDirectory(VERSIONS)) {
            try (Stream<Path> versions = Files.list(VERSIONS)) {
                versions.sorted(Comparator.<Path>naturalOrder().reversed())
                        .map(version -> version.resolve("bin"))
                        .forEach(folders::add);
            }
        }
        return folders.stream()
                .filter(folder -> PROGRAMS.stream().allMatch(name -> Files.isExecutable(folder.resolve(name))))
                .findFirst();
    }

    /** Creates an empty database with the same owner and permissions as in production. */
    void create(String database) throws IOException, InterruptedException {
        run("createdb", "--owner", "acm_owner", database);
        run("psql", "-q", "-c", "grant create on schema public to acm_owner", database);
    }

    /** Returns the settings of a node that uses a database. */
    List<String> settings(String database) {
        String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port.number(), database);
        return List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=acm",
                "--spring.flyway.url=" + url,
                "--spring.flyway.user=acm_owner");
    }

    /** Runs a program or script with this server's connection settings; returns its output. */
    String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command);
        process.environment().put("PATH", programs + File.pathSeparator + System.getenv("PATH"));
        process.environment().put("PGHOST", "127.0.0.1");
        process.environment().put("PGPORT", Integer.toString(port.number()));
        process.environment().put("PGUSER", "postgres");
        return finished(process);
    }

    /** Stops the server immediately and deletes its data. */
    void lose() throws IOException, InterruptedException {
        asServer("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        finished(new ProcessBuilder("rm", "-r", data()));
    }

    /** PostgreSQL refuses to run as root, the usual user in containers. */
    private void asServer(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        finished(new ProcessBuilder(command));
    }

    private String finished(ProcessBuilder command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".log");
        int code = command.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        String written = Files.readString(output);
        if (code != 0) {
            throw new IllegalStateException("%s ends with %d:%n%s".formatted(command.command(), code, written));
        }
        return written;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    @Override
    public void close() throws IOException {
        try {
            if (Files.exists(folder.resolve("data"))) {
                lose();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            port.close();
        }
    }
}
