package io.zhidun.service.filingcase;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What joins filings with one another and with security events.
 *
 * @see io.zhidun.service.alert.AlertFinder
 */
enum FilingColumn {
  ACCOUNT("account", List.of("user.name"), FilingRow::account),
  DEVICE("device", List.of("device.id", "device.fingerprint"), FilingRow::device),
  IP("ip", List.of("source.ip"), FilingRow::ip);

  private final String column;
  private final List<String> fields;
  private final Function<FilingRow, @Nullable String> value;

  FilingColumn(String column, List<String> fields, Function<FilingRow, @Nullable String> value) {
    this.column = column;
    this.fields = fields;
    this.value = value;
  }

  @Nullable String of(FilingRow row) {
    return value.apply(row);
  }

  String column() {
    return column;
  }

  /** Fields of security events that hold the same thing. */
  List<String> fields() {
    return fields;
  }
}
