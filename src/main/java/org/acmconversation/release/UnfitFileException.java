package org.acmconversation.release;

import org.acmconversation.problem.InvalidRequestException;

/** A file that cannot be part of a draft: 400, with the file's name as the field. */
public class UnfitFileException extends InvalidRequestException {

    /** Why a file does not fit, for systems; analysts read {@code unfit.*} in {@code releases.properties}. */
    public enum Reason {
        NO_MODEL("is not a model: use .bpmn, .dmn, .form, .yaml, or .zip"),
        NO_PATH("is not a path below processes/"),
        AMBIGUOUS("is the name of several files: send its path"),
        NO_SCENARIO("is not in scenarios/, where scenarios are"),
        NO_FORM("is not a form"),
        NO_JSON("is not well-formed JSON"),
        NO_YAML("is not well-formed YAML, or has more than 64 KiB"),
        NO_XML("is not well-formed XML"),
        DOCTYPE("must not have a DOCTYPE"),
        TOO_DEEP("is nested too deeply"),
        TOO_MANY_ELEMENTS("has more than 5,000 elements"),
        OTHER_KIND("is not a model of its kind"),
        NO_ZIP("is not a zip file"),
        CUT_OFF("is cut off"),
        TOO_LARGE("must have at most 1 MiB"),
        TOO_MUCH("exceeds the total of 32 MiB for all files"),
        TOO_MANY("exceeds the limit of 200 files in a draft"),
        TOO_MANY_ENTRIES("has more than 1,000 entries"),
        TWICE("was sent twice"),
        UNKNOWN("is not a file of this draft");

        private final String message;

        Reason(String message) {
            this.message = message;
        }
    }

    private final String file;
    private final Reason reason;

    public UnfitFileException(String file, Reason reason) {
        super(file, reason.message);
        this.file = file;
        this.reason = reason;
    }

    /** The name of the file, as it was sent. */
    public String file() {
        return file;
    }

    /** The reason for analysts, in Spanish. */
    public String explanation() {
        return Changes.text("unfit." + reason.name());
    }
}
