package org.acmconversation.engine.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Files of about the maximum size, each designed to make parsing as expensive as possible. */
enum HostileFile {
    OPENINGS("nasty.bpmn", true, () -> documented(i -> "${")),
    EXPRESSIONS("nasty.bpmn", true, () -> documented(i -> "${a}")),
    PARENTHESES("nasty.bpmn", true, () -> named("${", i -> "(", "")),
    CLOSED_PARENTHESES(
            "nasty.bpmn", true, () -> task(" name='${" + "(".repeat(500_000) + "a" + ")".repeat(500_000) + "}'>")),
    OPERATORS("nasty.bpmn", true, () -> named("${", i -> "a+", "a}")),
    OPEN_TEXT("nasty.bpmn", true, () -> named("${\"", i -> "x", "}")),
    LEVELS("nasty.bpmn", true, () -> task(">" + filled(i -> "<bpmn:task>"))),
    ATTRIBUTES("nasty.bpmn", true, () -> task(filled(i -> " a" + i + "=''") + ">")),
    CLASSES("nasty.bpmn", true, () -> extended(filled(i -> "<camunda:in class='a" + i + "'/>"))),
    EXTENSIONS("nasty.bpmn", true, () -> extended(filled(i -> "<camunda:x" + i + "/>"))),
    LONG_CLASS("nasty.bpmn", true, () -> task(" camunda:class='" + filled(i -> "c") + "'>")),
    LONG_NAMESPACE("nasty.bpmn", true, () -> task(" xmlns:x='" + filled(i -> "n") + "' x:a='' x:b=''>")),
    NESTED_FEEL("nasty.dmn", true, () -> decision("<outputEntry><text>" + filled(i -> "(") + "</text></outputEntry>")),
    FEEL_OPERATORS(
            "nasty.dmn", true, () -> decision("<outputEntry><text>" + "1+".repeat(9_000) + "1</text></outputEntry>")),
    NO_FEEL(
            "nasty.dmn",
            true,
            () -> decision(filled(i -> "<outputEntry id='o" + i + "'><text>((((((1</text></outputEntry>"))),
    NESTED_FORM("nasty.form", true, () -> bytes(filled(i -> "{\"a\":"))),
    PROPERTIES("nasty.form", true, () -> bytes("{\"id\":\"\"" + filled(i -> ",\"" + i + "\":1") + "}")),
    NAME("nasty.bpmn", false, () -> named("", i -> "x", "")),
    TEXT("nasty.bpmn", false, () -> documented(i -> "x")),
    REFERENCES("nasty.bpmn", false, () -> documented(i -> "&#97;")),
    COMMENTS("nasty.bpmn", false, () -> documented(i -> "x<!-- -->")),
    SECTIONS("nasty.bpmn", false, () -> documented(i -> "<![CDATA[x]]>")),
    TASKS("nasty.bpmn", false, () -> task(">" + filled(i -> "<bpmn:task id='t" + i + "' name='${a.b[0]}'/>"))),
    DEEP_AND_WIDE("nasty.bpmn", false, () -> task(">" + filled(i -> "<bpmn:a>".repeat(90) + "</bpmn:a>".repeat(90)))),
    NAMESPACES("nasty.bpmn", false, () -> task(">" + filled(i -> "<bpmn:task xmlns:a" + i + "='a'/>"))),
    CELLS("nasty.dmn", false, () -> decision(filled(i -> "<inputEntry><text>\"a\", \"b\"</text></inputEntry>"))),
    LONG_CELLS(
            "nasty.dmn",
            false,
            () -> decision(filled(i -> "<inputEntry><text>" + "\"ab\",".repeat(390) + "1</text></inputEntry>"))),
    COMPONENTS(
            "nasty.form",
            false,
            () -> bytes("{\"id\":\"f\",\"components\":[{}" + filled(i -> ",{\"key\":\"" + i + "\"}") + "]}"));

    private final String file;
    private final boolean isRefused;
    private final Supplier<byte[]> content;

    HostileFile(String file, boolean isRefused, Supplier<byte[]> content) {
        this.file = file;
        this.isRefused = isRefused;
        this.content = content;
    }

    String file() {
        return file;
    }

    boolean isRefused() {
        return isRefused;
    }

    byte[] content() {
        return content.get();
    }

    private static byte[] named(String before, IntFunction<String> part, String after) {
        return task(" name='" + before + filled(part) + after + "'>");
    }

    private static byte[] documented(IntFunction<String> part) {
        return task("><bpmn:documentation>" + filled(part) + "</bpmn:documentation>");
    }

    private static byte[] extended(String extensions) {
        return task("><bpmn:extensionElements>" + extensions + "</bpmn:extensionElements>");
    }

    /** @param rest rest of the tag, and the element's content */
    private static byte[] task(String rest) {
        return bytes(DangerousModels.process("<bpmn:task id='step'" + rest + "</bpmn:task>"));
    }

    private static byte[] decision(String entries) {
        return bytes(
                DangerousModels.decision("<decisionTable id='t'><rule id='r'>" + entries + "</rule></decisionTable>"));
    }

    /** Number of parts that fit into a file of the maximum size, besides the usual content of a model. */
    private static String filled(IntFunction<String> part) {
        var filled = new StringBuilder();
        for (int i = 0; filled.length() < 1024 * 1024 - 25_000; i++) {
            filled.append(part.apply(i));
        }
        return filled.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
