package org.acmconversation.model;

import java.util.Optional;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.Duration;

/** A duration as models write it, such as {@code P5D}; days and hours may be mixed, which java.time keeps apart. */
record IsoDuration(Duration duration) {

    private static final DatatypeFactory FACTORY = DatatypeFactory.newDefaultInstance();

    static Optional<IsoDuration> of(String text) {
        try {
            Duration duration = FACTORY.newDuration(text);
            return duration.getSign() > 0 ? Optional.of(new IsoDuration(duration)) : Optional.empty();
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
