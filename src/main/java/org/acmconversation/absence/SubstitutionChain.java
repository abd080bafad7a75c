package org.acmconversation.absence;

import java.util.List;
import java.util.Objects;

/**
 * Chains of substitutes: if a substitute is absent, too, that person's substitute steps in. A chain covers the days on
 * which everyone in it except the last person is absent.
 */
class SubstitutionChain {

    static final int MAX_LENGTH = 3;

    private final List<Absence> others;

    /** @param others all absences that may overlap the one that is checked */
    SubstitutionChain(List<Absence> others) {
        this.others = others;
    }

    /**
     * Checks the chains that an absence would create.
     *
     * @throws SubstitutionException if somebody would substitute for themselves, a chain would have more than three
     *     links, or the substitute is absent without a substitute
     */
    void check(Absence added) {
        if (added.substitute() != null
                && longest(added, added.person(), new DateRange(added.from(), added.until())) > MAX_LENGTH) {
            throw new SubstitutionException(
                    "substitution-too-deep",
                    "would be the fourth in a chain of substitutes; choose somebody who is present");
        }
    }

    /**
     * Returns the length of the longest chain that contains the added absence and starts at this person or at somebody
     * they substitute for, directly or indirectly.
     */
    private int longest(Absence added, String first, DateRange days) {
        int longest = 1 + after(added, Objects.requireNonNull(added.substitute()), days);
        for (Absence absence : others) {
            DateRange common = absence.within(days);
            if (first.equals(absence.substitute()) && !common.isEmpty()) {
                longest = Math.max(longest, 1 + longest(added, absence.person(), common));
            }
        }
        return longest;
    }

    /** Returns the number of links that follow a substitute. */
    private int after(Absence added, String substitute, DateRange days) {
        if (substitute.equals(added.person())) {
            throw new SubstitutionException(
                    "substitution-circle", "is the absent person, or is absent, too, and substituted by that person");
        }
        int longest = 0;
        for (Absence absence : others) {
            DateRange common = absence.within(days);
            if (!absence.person().equals(substitute) || common.isEmpty()) {
                continue;
            }
            if (absence.substitute() == null) {
                throw new SubstitutionException(
                        "substitute-absent",
                        "is absent from %s to %s, without a substitute".formatted(common.from(), common.until()));
            }
            longest = Math.max(longest, 1 + after(added, absence.substitute(), common));
        }
        return longest;
    }
}
