package org.acmconversation.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.Duration;

/** A duration as models write it, such as {@code P5D}; days and hours may be mixed, which java.time keeps apart. */
record IsoDuration(Duration duration) {

    private static final DatatypeFactory FACTORY = DatatypeFactory.newDefaultInstance();

    /** The engine knows weeks, other than the schema of XML; alone, without days or hours. */
    private static final Pattern WEEKS = Pattern.compile("P(\\d{1,3})W");

    private static final Duration LONGEST = FACTORY.newDuration("P20Y");

    /** Empty where it is none, or none that can be meant. */
    static Optional<IsoDuration> of(String text) {
        try {
            Matcher weeks = WEEKS.matcher(text);
            Duration duration = weeks.matches()
                    ? FACTORY.newDuration(true, 0, 0, 7 * Integer.parseInt(weeks.group(1)), 0, 0, 0)
                    : FACTORY.newDuration(text);
            boolean isMeant = duration.getSign() > 0 && duration.compare(LONGEST) != DatatypeConstants.GREATER;
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
