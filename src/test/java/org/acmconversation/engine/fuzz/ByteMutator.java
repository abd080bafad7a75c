package org.acmconversation.engine.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;

/** Damages the bytes of a file, or declares a wrong encoding. The same seed gives the same result. */
class ByteMutator {

    private static final List<String> ENCODINGS =
            List.of("UTF-8", "UTF-16", "UTF-16LE", "UTF-7", "ISO-8859-1", "US-ASCII", "Cp037", "ISO-2022-JP");

    private static final List<String> DOCTYPES = List.of(
            "<!DOCTYPE a [<!ENTITY b '${a.class}'>]>",
            "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]>",
            "<!DOCTYPE a [<!ATTLIST bpmn:task camunda:class CDATA 'org.stockcamunda.Intruder'>]>");

    private final Random random;

    ByteMutator(long seed) {
        random = new Random(seed);
    }

    /** Most files are not changed. */
    byte[] mutate(String model) {
        byte[] plain = model.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(24)) {
            case 0 ->
                model.replace("encoding=\"UTF-8\"", "encoding=\"%s\"".formatted(any(ENCODINGS)))
                        .getBytes(charset());
            case 1 -> model.replaceFirst("<\\?xml.*?\\?>\\s*", "").getBytes(charset());
            case 2 ->
                model.replaceFirst("(<\\?xml.*?\\?>)", "$1" + Matcher.quoteReplacement(any(DOCTYPES)))
                        .getBytes(StandardCharsets.UTF_8);
            case 3 -> model.replace("${", "+ACQAew-").getBytes(StandardCharsets.UTF_8);
            case 4 -> Arrays.copyOf(plain, random.nextInt(plain.length));
            case 5, 6 -> flipped(plain);
            default -> plain;
        };
    }

    private byte[] flipped(byte[] plain) {
        byte[] flipped = plain.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private Charset charset() {
        return any(List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE,
                StandardCharsets.ISO_8859_1));
    }

    private <T> T any(List<T> many) {
        return many.get(random.nextInt(many.size()));
    }
}
