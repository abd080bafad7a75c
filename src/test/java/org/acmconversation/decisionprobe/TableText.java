package org.acmconversation.decisionprobe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a decision table. */
class TableText {

    private final String hitPolicy;
    private final List<String> inputs = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private String outputValues = "";

    TableText(String hitPolicy) {
        this.hitPolicy = hitPolicy;
    }

    TableText input(String variable, String label, String type, String values) {
        inputs.add("""
                <input id="in%d" label="%s"><inputExpression typeRef="%s"><text>%s</text></inputExpression>%s</input>
                """.formatted(
                        inputs.size(),
                        label,
                        type,
                        variable,
                        values.isEmpty() ? "" : "<inputValues><text>%s</text></inputValues>".formatted(values)));
        return this;
    }

    TableText outputValues(String values) {
        outputValues = "<outputValues id=\"outValues\"><text>%s</text></outputValues>".formatted(values);
        return this;
    }

    /** @param cells conditions and then the output */
    TableText row(String... cells) {
        rows.add(new ArrayList<>(List.of(cells)));
        return this;
    }

    List<List<String>> rows() {
        return rows;
    }

    byte[] bytes() {
        StringBuilder written = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            List<String> cells = rows.get(row);
            String entries = cells.subList(0, cells.size() - 1).stream()
                    .map(cell -> "<inputEntry><text>%s</text></inputEntry>".formatted(escaped(cell)))
                    .collect(Collectors.joining());
            written.append("<rule id=\"r%d\">%s<outputEntry id=\"r%1$d_out\"><text>%s</text></outputEntry></rule>"
                    .formatted(row, entries, escaped(cells.get(cells.size() - 1))));
        }
        return """
                <definitions id="file" name="file" namespace="n" xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/">
                  <decision id="table" name="Tabla"><decisionTable id="t" hitPolicy="%s">%s
                    <output id="out" label="Salida" name="out" typeRef="string">%s</output>%s
                  </decisionTable></decision>
                </definitions>
                """.formatted(hitPolicy, String.join("", inputs), outputValues, written)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
