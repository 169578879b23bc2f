package io.zhidun.rules.sigma;

import io.zhidun.events.BilingualText;
import java.util.List;
import java.util.Objects;

/**
 * What a rule tells people, apart from what it detects.
 *
 * @param description what it finds, as its author wrote it
 * @param summary one sentence with {@code {field}} places for a detection
 * @param category GB/T 20986-2023 category name, or empty
 * @param runbook name of the runbook, or empty
 * @param falsePositives known harmless causes
 * @param fields fields worth looking at
 */
public record Guidance(
    BilingualText description,
    BilingualText summary,
    String category,
    String runbook,
    List<BilingualText> falsePositives,
    List<String> fields) {
  public Guidance {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(runbook, "runbook");
    falsePositives = List.copyOf(falsePositives);
    fields = List.copyOf(fields);
  }
}
