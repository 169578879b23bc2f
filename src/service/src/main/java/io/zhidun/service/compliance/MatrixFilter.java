package io.zhidun.service.compliance;

import io.zhidun.service.web.Cursor;
import io.zhidun.service.web.Parameters;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which requirements of a matrix a request is about, and which page.
 *
 * @param after id of the last requirement of the page before, or null
 */
record MatrixFilter(
    List<String> categories,
    List<String> results,
    List<String> kinds,
    List<String> objects,
    @Nullable String text,
    boolean staleOnly,
    @Nullable String after,
    int limit) {
  private static final String ORDER = "item";
  private static final List<String> KINDS = List.of("automatic", "assisted", "document");

  static MatrixFilter read(MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    String cursor = parameters.text("cursor", 1024);
    Cursor read = cursor == null ? null : Cursor.decode(cursor, ORDER, 1);
    if (cursor != null && read == null) {
      parameters.fault("cursor", cursor, "must be the next of a page");
    }
    MatrixFilter filter =
        new MatrixFilter(
            parameters.texts("category", 64),
            parameters.each(
                "result",
                "must be met, partly-met, not-met, not-applicable, not-assessed or no-evidence",
                text -> Results.of(text).wire()),
            parameters.each("class", "must be automatic, assisted or document", MatrixFilter::kind),
            parameters.texts("object", 64),
            parameters.text("q", 256),
            "true".equals(parameters.text("stale", 8)),
            read == null ? null : read.keys().get(0),
            parameters.limit());
    parameters.check();
    return filter;
  }

  private static String kind(String text) {
    if (!KINDS.contains(text)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  boolean takes(Matrix.Row row) {
    return (categories.isEmpty() || categories.contains(row.category().zh()))
        && (results.isEmpty()
            || results.contains(row.result())
            || row.cells().stream().anyMatch(cell -> isAsked(cell)))
        && (kinds.isEmpty() || kinds.contains(row.kind()))
        && (objects.isEmpty()
            || row.cells().stream().anyMatch(cell -> objects.contains(cell.object())))
        && (!staleOnly || row.stale())
        && (text == null || holds(row, text.toLowerCase(Locale.ROOT)));
  }

  /** With objects given, a result is asked of these. */
  private boolean isAsked(Matrix.Spot cell) {
    return !objects.isEmpty() && objects.contains(cell.object()) && results.contains(cell.result());
  }

  private static boolean holds(Matrix.Row row, String text) {
    String all =
        row.item()
            + "\n"
            + row.controlPoint().zh()
            + "\n"
            + row.controlPoint().en()
            + "\n"
            + row.gloss().zh()
            + "\n"
            + row.gloss().en();
    return all.toLowerCase(Locale.ROOT).contains(text);
  }

  /** The page of these rows. */
  Matrix.Part page(List<Matrix.Column> columns, List<Matrix.Row> rows) {
    int begin = 0;
    for (int i = 0; after != null && i < rows.size(); i++) {
      if (rows.get(i).item().equals(after)) {
        begin = i + 1;
      }
    }
    int end = Math.min(rows.size(), begin + limit);
    List<Matrix.Row> page = rows.subList(begin, end);
    String next =
        end < rows.size()
            ? new Cursor(ORDER, List.of(page.get(page.size() - 1).item())).encode()
            : null;
    return new Matrix.Part(columns, page, next, rows.size());
  }
}
