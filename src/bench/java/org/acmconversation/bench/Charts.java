package org.acmconversation.bench;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Lines over open tasks, both axes logarithmic, one for each contender. */
class Charts {

    private static final Color[] COLORS = {new Color(0xb5542b), new Color(0x1f5f8b), new Color(0x6b8e23)};

    private final List<Figures> all;

    Charts(List<Figures> all) {
        this.all = all;
    }

    void write(Path file, String title, String unit, ToDoubleFunction<Figures> value) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(720)
                .height(400)
                .title(title)
                .xAxisTitle("open tasks")
                .yAxisTitle(unit)
                .build();
        chart.getStyler()
                .setXAxisLogarithmic(true)
                .setYAxisLogarithmic(true)
                .setLegendPosition(LegendPosition.OutsideE)
                .setChartBackgroundColor(Color.WHITE)
                .setSeriesColors(COLORS);
        byContender()
                .forEach((contender, figures) -> chart.addSeries(
                        contender,
                        figures.stream().mapToDouble(Figures::size).toArray(),
                        figures.stream().mapToDouble(value).toArray()));
        VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
    }

    private Map<String, List<Figures>> byContender() {
        Map<String, List<Figures>> lines = new LinkedHashMap<>();
        for (Figures figures : all) {
            lines.computeIfAbsent(figures.contender(), contender -> new ArrayList<>())
                    .add(figures);
        }
        return lines;
    }
}
