package io.zhidun.report;

import io.zhidun.rules.compliance.record.Texts;
import java.util.List;

/**
 * A security layer (安全计算环境 and so on) with its requirements.
 *
 * @param key first three parts of its clauses, as in 8.1.4
 */
public record CategoryRow(String key, Texts name, Counts counts, List<ItemRow> items) {

  public CategoryRow {
    items = List.copyOf(items);
  }
}
