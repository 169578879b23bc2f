package io.zhidun.service.asset;

import io.zhidun.rules.compliance.record.AssetKind;
import io.zhidun.rules.compliance.record.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of a table into assets; what is wrong with a row is told, and the row left out.
 */
final class AssetTable implements TableRows {
  private static final Map<String, AssetKind> CHINESE_KINDS = chineseKinds();

  private final String account;
  private final Instant now;
  private final Rows rows;

  private @Nullable Map<AssetColumn, Integer> heading;
  private final List<String> unknownColumns = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private int read;

  /** What becomes of rows. */
  interface Rows {
    void good(int row, InventoryAsset asset) throws UnreadableTableException;

    void bad(int row, List<RowFault> faults);
  }

  /** What is wrong in one cell. */
  record RowFault(int row, String column, String value, Texts message) {}

  AssetTable(String account, Instant now, Rows rows) {
    this.account = account;
    this.now = now;
    this.rows = rows;
  }

  List<String> unknownColumns() {
    return unknownColumns;
  }

  /** Rows behind the heading. */
  int read() {
    return read;
  }

  boolean hasHeading() {
    return heading != null;
  }

  @Override
  public void row(int number, List<TableCell> cells) throws UnreadableTableException {
    Map<AssetColumn, Integer> known = heading;
    if (known == null) {
      heading = heading(cells);
      return;
    }
    read++;
    List<RowFault> faults = new ArrayList<>();
    Consumer<FieldFault> tell =
        fault ->
            faults.add(new RowFault(number, title(fault.field()), shown(fault), fault.message()));
    known.forEach(
        (column, index) -> {
          if (index < cells.size() && cells.get(index).formula()) {
            tell.accept(
                FieldFault.of(
                    column.name(),
                    cells.get(index).text(),
                    "是公式；只接受文本",
                    "is a formula; only text is taken"));
          }
        });
    InventoryAsset asset = faults.isEmpty() ? asset(known, cells, tell) : null;
    if (asset != null && !ids.add(asset.id())) {
      tell.accept(FieldFault.of("id", asset.id(), "在表中已出现过", "stands in an earlier row already"));
    }
    if (asset == null || !faults.isEmpty()) {
      rows.bad(number, faults);
    } else {
      rows.good(number, asset);
    }
  }

  private Map<AssetColumn, Integer> heading(List<TableCell> cells) throws UnreadableTableException {
    Map<AssetColumn, Integer> found = new EnumMap<>(AssetColumn.class);
    for (int i = 0; i < cells.size(); i++) {
      String text = cells.get(i).text();
      AssetColumn column = AssetColumn.of(text);
      if (column == null) {
        if (!text.isBlank()) {
          unknownColumns.add(text.length() <= 64 ? text : text.substring(0, 64));
        }
      } else if (found.put(column, i) != null) {
        throw new UnreadableTableException(
            "列 " + text + " 出现两次", "column " + text + " stands twice");
      }
    }
    List<String> missing =
        AssetColumn.REQUIRED.stream()
            .filter(column -> !found.containsKey(column))
            .map(AssetColumn::chinese)
            .toList();
    if (!missing.isEmpty()) {
      throw new UnreadableTableException(
          "首行缺少列：" + String.join("、", missing),
          "the first row lacks the columns " + String.join(", ", missing));
    }
    return found;
  }

  private @Nullable InventoryAsset asset(
      Map<AssetColumn, Integer> known, List<TableCell> cells, Consumer<FieldFault> faults) {
    Map<AssetColumn, String> texts = new EnumMap<>(AssetColumn.class);
    known.forEach(
        (column, index) -> texts.put(column, index < cells.size() ? cells.get(index).text() : ""));
    AssetForm form =
        new AssetForm(
            text(texts, AssetColumn.SYSTEM),
            text(texts, AssetColumn.NAME),
            kind(text(texts, AssetColumn.KIND)),
            text(texts, AssetColumn.ZONE),
            list(text(texts, AssetColumn.ADDRESSES)),
            number(text(texts, AssetColumn.IMPORTANCE)),
            text(texts, AssetColumn.DATA_CLASS),
            text(texts, AssetColumn.OWNER),
            text(texts, AssetColumn.LOCATION),
            list(text(texts, AssetColumn.ENDPOINTS)),
            null);
    return form.read(text(texts, AssetColumn.ID), account, now, "import", faults);
  }

  private static String text(Map<AssetColumn, String> texts, AssetColumn column) {
    return texts.getOrDefault(column, "");
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("[;；\\n]"));
  }

  private static @Nullable Integer number(String text) {
    return switch (text) {
      case "1", "一般" -> 1;
      case "2", "重要" -> 2;
      case "3", "关键" -> 3;
      default -> null;
    };
  }

  private static String kind(String text) {
    AssetKind kind = CHINESE_KINDS.get(text);
    return kind == null ? text : InventoryAsset.label(kind);
  }

  private static String title(String field) {
    String flat = field.replace("_", "");
    AssetColumn column = AssetColumn.of(flat);
    return column == null ? field : column.chinese();
  }

  private static String shown(FieldFault fault) {
    String value = fault.value();
    return value.length() <= 100 ? value : value.substring(0, 100) + "…";
  }

  private static Map<String, AssetKind> chineseKinds() {
    Map<String, AssetKind> kinds = new LinkedHashMap<>();
    kinds.put("主机", AssetKind.HOST);
    kinds.put("服务器", AssetKind.HOST);
    kinds.put("数据库", AssetKind.DATABASE);
    kinds.put("网络设备", AssetKind.NETWORK_DEVICE);
    kinds.put("安全设备", AssetKind.SECURITY_DEVICE);
    kinds.put("应用", AssetKind.APPLICATION);
    kinds.put("数据", AssetKind.DATA);
    kinds.put("终端", AssetKind.TERMINAL);
    kinds.put("机房", AssetKind.ROOM);
    kinds.put("组织", AssetKind.ORGANISATION);
    return kinds;
  }
}
