package org.acmconversation.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Substitutes who are absent themselves. All days are in the same month. */
class SubstitutionChainTest {

    private static Absence absence(String person, int from, int until, String substitute) {
        return new Absence(
                UUID.randomUUID(),
                person,
                LocalDate.of(2026, 12, from),
                LocalDate.of(2026, 12, until),
                substitute,
                null);
    }

    private static void check(Absence added, Absence... others) {
        new SubstitutionChain(List.of(others)).check(added);
    }

    private static void assertRefused(String type, Absence added, Absence... others) {
        assertThatThrownBy(() -> check(added, others))
                .isInstanceOfSatisfying(
                        SubstitutionException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(type));
    }

    @Test
    void allowsThreeLinksAddedInAnyOrder() {
        Absence first = absence("ana", 1, 10, "luis");
        Absence second = absence("luis", 1, 10, "marta");
        Absence third = absence("marta", 1, 10, "pedro");

        assertThatCode(() -> check(first, second, third)).doesNotThrowAnyException();
        assertThatCode(() -> check(second, first, third)).doesNotThrowAnyException();
        assertThatCode(() -> check(third, first, second)).doesNotThrowAnyException();
    }

    @Test
    void rejectsAFourthLinkAddedInAnyOrder() {
        Absence first = absence("ana", 1, 10, "luis");
        Absence second = absence("luis", 1, 10, "marta");
        Absence third = absence("marta", 1, 10, "pedro");
        Absence fourth = absence("pedro", 1, 10, "sara");

        assertRefused("substitution-too-deep", first, second, third, fourth);
        assertRefused("substitution-too-deep", second, first, third, fourth);
        assertRefused("substitution-too-deep", third, first, second, fourth);
        assertRefused("substitution-too-deep", fourth, first, second, third);
    }

    @Test
    void chainsOnlyAbsencesThatOverlap() {
        Absence first = absence("ana", 1, 5, "luis");
        Absence second = absence("luis", 1, 10, "marta");
        Absence third = absence("marta", 4, 10, "pedro");

        assertThatCode(() -> check(absence("pedro", 5, 10, "sara"), first, second, third))
                .doesNotThrowAnyException();
        assertRefused("substitution-too-deep", absence("pedro", 4, 10, "sara"), first, second, third);
    }

    @Test
    void absencesExcludeTheDayOfTheReturn() {
        assertThatCode(() -> check(absence("luis", 5, 9, "ana"), absence("ana", 1, 5, "luis")))
                .doesNotThrowAnyException();
    }

    @Test
    void rejectsCircles() {
        Absence ana = absence("ana", 1, 10, "luis");

        assertRefused("substitution-circle", absence("luis", 9, 20, "ana"), ana);
        assertRefused("substitution-circle", absence("marta", 1, 10, "ana"), ana, absence("luis", 1, 10, "marta"));
    }

    @Test
    void absentSubstitutesNeedASubstitute() {
        assertRefused("substitute-absent", absence("ana", 1, 10, "luis"), absence("luis", 9, 12, null));
        assertThatCode(() -> check(absence("ana", 1, 9, "luis"), absence("luis", 9, 12, null)))
                .doesNotThrowAnyException();
    }

    @Test
    void substitutesMayBecomeAbsentLater() {
        assertThatCode(() -> check(absence("luis", 1, 10, null), absence("ana", 1, 10, "luis")))
                .doesNotThrowAnyException();
    }
}
