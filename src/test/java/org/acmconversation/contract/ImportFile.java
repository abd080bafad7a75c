package org.acmconversation.contract;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Builds a CSV file. Its engagements wait for a manager, so that they leave no jobs behind. */
class ImportFile {

    static final String HEADER = "externalId,customerName,tenantId,segment,licenses,services,initiatives,"
            + "kickoffHeld,benefitUnderstood,resourcesClear,inEnterpriseAdoptionProgram";

    private final String mark = UUID.randomUUID().toString();
    private final StringBuilder text = new StringBuilder(HEADER).append('\n');

    /** Returns the externalId of a row. */
    String externalId(Object row) {
        return "%s-%s".formatted(mark, row);
    }

    /** Returns the common prefix of the file's externalIds. */
    String mark() {
        return mark;
    }

    ImportFile accepted(Object row) {
        return row(externalId(row) + ",Contoso,3f2c,SMB,25000,EXCHANGE|EDGE,RFA|TARGETING,false,true,true,false");
    }

    ImportFile row(String row) {
        text.append(row).append('\n');
        return this;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
