package org.acmconversation.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Values that a client should not send, but may. */
class InvalidValues {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t",
            "\r\n",
            "null",
            "undefined",
            "true",
            "0",
            "-1",
            "1.5",
            "-0",
            "NaN",
            "Infinity",
            "1e999",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "9".repeat(400),
            "x".repeat(201),
            "x".repeat(10_000),
            "\ud83d\ude00".repeat(150),
            "\u0000",
            "a\u0000b",
            "\u0007\u001b[31m",
            "\u007f\u0085",
            "\u2028",
            "\u00a0",
            "\u2007\u202f",
            "\u3000\u1680",
            "\u200b\u2060",
            "\u3164",
            "\u2800",
            "LIVE-0\u00a0",
            " \u200bLIVE-0 ",
            "\u202etxet",
            "\u0645\u0631\u062d\u0628\u0627",
            "e" + "\u0301".repeat(50),
            "\ufeff",
            "\uffff",
            "\ud800",
            "a\udc00b",
            "'",
            "' or '1'='1",
            "\"",
            "\\",
            "%",
            "_",
            "../../secret",
            "${7*7}",
            "#{7*7}",
            "<b>7</b>",
            "%s%n%d",
            "a,b|c;d",
            "1-1-1-1-1",
            "2026-02-30",
            "3f2c0000-0000-4000-8000-000000000000");

    private static final List<String> NO_TEXTS = List.of(
            "null",
            "true",
            "false",
            "0",
            "1",
            "-1",
            "-0",
            "1.0",
            "1.5",
            "1e2",
            "1e400",
            "1e-400",
            "10000001",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "9".repeat(5000),
            "NaN",
            "-Infinity",
            "007",
            "0x1F",
            "+1",
            ".5",
            "undefined",
            "'text'",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[{}]",
            "[1,\"a\",true]",
            "[\"EXCHANGE\",\"EXCHANGE\"]",
            "{\"a\":1}",
            "{\"a\":1,\"a\":2}",
            "{\"\":null}",
            "[" + "1,".repeat(3000) + "1]",
            "{\"a\":".repeat(20) + "1" + "}".repeat(20),
            "[".repeat(3000) + "]".repeat(3000),
            "[".repeat(50),
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u0000\"",
            "\"\\x41\"",
            "\"\u0001\"",
            "\"" + "x".repeat(66_000) + "\"",
            "\"open",
            "/* */1",
            "",
            ",");

    private static final List<String> MALFORMED_IN_URLS = List.of(
            "%",
            "%f",
            "%zz",
            "%00",
            "%c0%80",
            "%ff",
            "%ed%a0%80",
            "%2e%2e%2f",
            "%2F",
            "%5C",
            ";a=b",
            "//",
            "..",
            "+",
            "&",
            "=",
            "#",
            "?",
            "[",
            "|",
            "{}",
            "\u00fc",
            "%u0041",
            "%25%30%30");

    private InvalidValues() {}

    static String text(SeededRandom chance) {
        return chance.of(TEXTS);
    }

    /** Returns a value as JSON, not always well-formed. */
    static String json(SeededRandom chance) {
        return chance.oneIn(2) ? quoted(text(chance)) : chance.of(NO_TEXTS);
    }

    private static String quoted(String text) {
        var json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    /** Returns a value for a path or a query, encoded correctly or not. */
    static String inUrl(SeededRandom chance) {
        return chance.oneIn(4) ? chance.of(MALFORMED_IN_URLS) : encoded(text(chance));
    }

    private static String encoded(String text) {
        var url = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            url.append(Character.isLetterOrDigit(b & 0xff) && b > 0 ? "" + (char) b : "%%%02X".formatted(b));
        }
        return url.toString();
    }

    /** Returns a value for a header. */
    static String inHeader(SeededRandom chance) {
        List<String> odd = new ArrayList<>(List.of(
                "x".repeat(255),
                "x".repeat(256),
                "a b",
                "a,b",
                "\"a\"",
                "W/\"1\"",
                "*",
                "~",
                "!",
                "key\u00fc",
                "a\rb"));
        odd.add(text(chance));
        odd.add(text(chance));
        return chance.of(odd);
    }
}
