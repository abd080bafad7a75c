package org.acmconversation.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.Duration;

/** An ISO 8601 duration such as {@code P5D}. Days and hours may be combined, unlike in java.time. */
record IsoDuration(Duration duration) {

    private static final DatatypeFactory FACTORY = DatatypeFactory.newDefaultInstance();

    /** Weeks, which the engine supports (unlike XML Schema), without days or hours. */
    private static final Pattern WEEKS = Pattern.compile("P(\\d{1,3})W");

    private static final Duration MAX = FACTORY.newDuration("P20Y");

    /** Returns the duration; empty if it is invalid or implausible. */
    static Optional<IsoDuration> of(String text) {
        try {
            Matcher weeks = WEEKS.matcher(text);
            Duration duration = weeks.matches()
                    ? FACTORY.newDuration(true, 0, 0, 7 * Integer.parseInt(weeks.group(1)), 0, 0, 0)
                    : FACTORY.newDuration(text);
            boolean isMeant = duration.getSign() > 0 && duration.compare(MAX) != DatatypeConstants.GREATER;
            return isMeant ? Optional.of(new IsoDuration(duration)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean isShorterThan(IsoDuration other) {
        return duration.compare(other.duration) == DatatypeConstants.LESSER;
    }

    boolean isAsLongAs(IsoDuration other) {
        return duration.compare(other.duration) == DatatypeConstants.EQUAL;
    }
}
