package io.zhidun.benchmarks.filings;

import io.zhidun.benchmarks.filings.KindScores.Score;
import java.util.Locale;
import java.util.Map;

/** Precision and recall of each kind as bars, in SVG. */
final class KindPlot {

  private static final int ROW = 26;
  private static final int LEFT = 60;
  private static final int WIDTH = 420;
  private static final int TOP = 56;

  private KindPlot() {}

  static String of(Map<String, Score> scores, String title) {
    StringBuilder svg = new StringBuilder();
    int height = TOP + scores.size() * ROW + 30;
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                + " font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
            LEFT + WIDTH + 190,
            height));
    text(svg, 12, 20, "#222", title);
    svg.append(bar(12, 30, 12, "#2f6f9f"));
    text(svg, 30, 40, "#222", "precision");
    svg.append(bar(110, 30, 12, "#d08c2e"));
    text(svg, 128, 40, "#222", "recall");
    int y = TOP;
    for (Map.Entry<String, Score> entry : scores.entrySet()) {
      Score score = entry.getValue();
      text(svg, 12, y + 14, "#222", entry.getKey());
      svg.append(bar(LEFT, y, WIDTH * score.precision(), "#2f6f9f"));
      svg.append(bar(LEFT, y + 10, WIDTH * score.recall(), "#d08c2e"));
      text(
          svg,
          LEFT + WIDTH + 12,
          y + 14,
          "#222",
          String.format(
              Locale.ROOT,
              "%.2f / %.2f  (%d, %d)",
              score.precision(),
              score.recall(),
              score.indications,
              score.instances));
      y += ROW;
    }
    line(svg, 0.8, y, "#d08c2e");
    line(svg, 0.9, y, "#2f6f9f");
    text(
        svg,
        LEFT,
        y + 20,
        "#555",
        "lines: recall 0.8, precision 0.9; in brackets indications and instances");
    return svg.append("</svg>\n").toString();
  }

  private static String bar(int x, int y, double width, String colour) {
    return String.format(
        Locale.ROOT,
        "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"9\" fill=\"%s\"/>%n",
        x,
        y,
        width,
        colour);
  }

  private static void line(StringBuilder svg, double at, int bottom, String colour) {
    double x = LEFT + WIDTH * at;
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\" stroke-dasharray=\"3 3\"/>%n",
            x,
            TOP - 4,
            x,
            bottom,
            colour));
  }

  private static void text(StringBuilder svg, int x, int y, String colour, String words) {
    svg.append(
        String.format(
            Locale.ROOT, "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>%n", x, y, colour, words));
  }
}
