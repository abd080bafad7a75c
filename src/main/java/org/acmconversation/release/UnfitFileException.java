package org.acmconversation.release;

import org.acmconversation.problem.InvalidRequestException;

/** A file that cannot be part of a draft: 400, with the file's name as the field. */
public class UnfitFileException extends InvalidRequestException {

    UnfitFileException(String file, String message) {
        super(file, message);
    }
}
