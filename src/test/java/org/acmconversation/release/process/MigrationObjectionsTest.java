package org.acmconversation.release.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.acmconversation.release.CannotMigrateException;
import org.acmconversation.release.MigrationObjection;
import org.acmconversation.release.MigrationObjection.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the validators of Camunda 7.24 say, and what analysts read instead. */
class MigrationObjectionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            There is no migration instruction for this instance's activity | NO_PLACE
            Target activity is not asyncBefore | NO_JOB
            Target activity is not asyncAfter | NO_JOB
            Transition instance is assigned to no sequence flow and target activity has more than one outgoing sequence flow | NO_JOB
            Transition instance is assigned to a sequence flow that cannot be matched in the target activity | NO_JOB
            A transition instance that instantiates the process can only be migrated to a process-level flow node | NO_JOB
            The type of the source activity is not supported for activity instance migration | UNSUPPORTED
            Cannot migrate subscription for compensation handler 'a'. There is no migration instruction for the compensation start event | COMPENSATION
            The variable 'a' exists in both, this scope and concurrent local in the parent scope. Migrating to a non-scope activity would overwrite one of them. | VARIABLE
            Activities have incompatible types (A is not compatible with B) | OTHER_TYPE
            Events are not of the same type (A != B) | OTHER_TYPE
            The source activity's event scope (a) must be mapped to the target activity's event scope (b) | OTHER_SCOPE
            The closest mapped ancestor 'a' is mapped to scope 'b' which is not an ancestor of target scope 'c' | OTHER_SCOPE
            Target activity 'a' is a descendant of multi-instance body 'b' that is not mapped from the source process definition. | OTHER_REPETITION
            Must map the inner activity of a multi-instance body when the body is mapped | OTHER_REPETITION
            Cannot remove the inner activity of a multi-instance body when the body is mapped | OTHER_REPETITION
            Only one gateway can be mapped to gateway 'a' | OTHER_GATEWAY
            The gateway's flow scope 'a' must be mapped | OTHER_GATEWAY
            The target gateway must have at least the same number of incoming sequence flows that the source gateway has | OTHER_GATEWAY
            Something that no version has said yet | OTHER
            """)
    void knowsTheKindOfEachObjection(String failure, Kind kind) {
        assertThat(MigrationObjections.kind(failure)).isEqualTo(kind);
    }

    @ParameterizedTest
    @EnumSource
    void eachKindHasASentence(Kind kind) {
        var reason = new CannotMigrateException(
                List.of(new MigrationObjection(kind, "«Elegir»")), true, new IllegalStateException("no place"));

        assertThat(reason.reason()).contains("«Elegir»").doesNotContain("no place");
    }

    @Test
    void groupsObjectionsByKind() {
        List<MigrationObjection> objections = List.of(
                new MigrationObjection(Kind.NO_PLACE, "«Uno»"),
                new MigrationObjection(Kind.NO_PLACE, "«Dos»"),
                new MigrationObjection(Kind.NO_PLACE, "«Uno»"));

        assertThat(new CannotMigrateException(objections, true, new IllegalStateException("no place")).reason())
                .isEqualTo("esperan en un paso que no tiene sitio en estos modelos: «Dos», «Uno»");
    }
}
