package org.acmconversation;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAssignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.Lifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Connections, files and threads cannot leak: nothing that has to be closed is held where closing can be forgotten. */
class ResourceLeakRulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.acmconversation");

    /** A stream of rows keeps its connection, and one of files its folder, until it is closed. */
    private static final ArchRule NO_STREAMS = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "opens a stream of rows or files", ResourceLeakRulesTest::opensAStreamThatHasToBeClosed))
            .because("a list of rows, or a handler of each, gives the connection back by itself");

    /** {@code CountQuery} runs a statement of the engine outside of any transaction. */
    private static final ArchRule NO_CONNECTIONS = noClasses()
            .that()
            .haveNameNotMatching(".*\\.engine\\.persistence\\.CountQuery")
            .should()
            .accessTargetWhere(
                    DescribedPredicate.describe("takes a connection", ResourceLeakRulesTest::takesAConnection))
            .because("Spring's clients of JDBC give connections back");

    private static final ArchRule EXECUTORS_END = classes()
            .that(DescribedPredicate.describe("start executors", ResourceLeakRulesTest::startsAnExecutor))
            .should(beAssignableTo(AutoCloseable.class)
                    .or(beAssignableTo(DisposableBean.class))
                    .or(beAssignableTo(Lifecycle.class)))
            .because("Spring ends what has an end of its own");

    private static boolean takesAConnection(JavaAccess<?> access) {
        JavaClass owner = access.getTarget().getOwner();
        return access.getName().equals("getConnection")
                && (owner.isAssignableTo(DataSource.class) || owner.isEquivalentTo(DriverManager.class));
    }

    private static boolean opensAStreamThatHasToBeClosed(JavaAccess<?> access) {
        return switch (access.getTarget().getOwner().getName()) {
            case "org.springframework.jdbc.core.simple.JdbcClient$MappedQuerySpec" ->
                access.getName().equals("stream");
            case "java.nio.file.Files" -> access.getName().equals("newDirectoryStream") || returnsAStream(access);
            default -> access.getName().equals("queryForStream");
        };
    }

    private static boolean returnsAStream(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget called
                && called.getRawReturnType().isAssignableTo(BaseStream.class);
    }

    private static boolean startsAnExecutor(JavaClass one) {
        return one.getAccessesFromSelf().stream()
                .map(JavaAccess::getTarget)
                .anyMatch(target -> target.getOwner().isEquivalentTo(Executors.class)
                        || target.getName().equals("<init>")
                                && assignableTo(ExecutorService.class).test(target.getOwner()));
    }

    @Test
    void opensNoStreamsOfRowsOrFiles() {
        NO_STREAMS.check(CLASSES);
    }

    @Test
    void takesConnectionsOnlyThroughSpring() {
        NO_CONNECTIONS.check(CLASSES);
    }

    @Test
    void executorsEndWithTheirOwners() {
        EXECUTORS_END.check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(classes = {Rows.class, OtherRows.class, RowsByReference.class, Lines.class})
    void detectsOpenedStreams(Class<?> offender) {
        assertThat(NO_STREAMS.evaluate(imported(offender)).hasViolation()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(classes = {Connected.class, ConnectedToAPool.class, ConnectedByReference.class, ConnectedByUrl.class})
    void detectsTakenConnections(Class<?> offender) {
        assertThat(NO_CONNECTIONS.evaluate(imported(offender)).hasViolation()).isTrue();
    }

    @Test
    void detectsExecutorsThatNeverEnd() {
        assertThat(EXECUTORS_END.evaluate(imported(Threads.class)).hasViolation())
                .isTrue();
    }

    private static JavaClasses imported(Class<?> offender) {
        return new ClassFileImporter().importClasses(offender);
    }

    private record Rows(JdbcClient jdbc) {
        long count() {
            return jdbc.sql("select 1").query(Integer.class).stream().count();
        }
    }

    private record OtherRows(JdbcTemplate jdbc) {
        long count() {
            return jdbc.queryForStream("select 1", (row, number) -> 1).count();
        }
    }

    private record RowsByReference(JdbcClient jdbc) {
        Stream<Integer> rows() {
            Function<JdbcClient.MappedQuerySpec<Integer>, Stream<Integer>> open = JdbcClient.MappedQuerySpec::stream;
            return open.apply(jdbc.sql("select 1").query(Integer.class));
        }
    }

    private record Lines(Path file) {
        long count() throws IOException {
            return Files.lines(file).count();
        }
    }

    private record Connected(DataSource dataSource) {
        boolean isOpen() throws SQLException {
            return !dataSource.getConnection().isClosed();
        }
    }

    private record ConnectedToAPool(HikariDataSource pool) {
        boolean isOpen() throws SQLException {
            return !pool.getConnection("sa", "").isClosed();
        }
    }

    private record ConnectedByReference(DataSource dataSource) {
        Callable<Connection> connections() {
            return dataSource::getConnection;
        }
    }

    private static class ConnectedByUrl {
        boolean isOpen() throws SQLException {
            return !DriverManager.getConnection("jdbc:h2:mem:").isClosed();
        }
    }

    private static class Threads {
        private final ExecutorService threads = Executors.newCachedThreadPool();
    }
}
