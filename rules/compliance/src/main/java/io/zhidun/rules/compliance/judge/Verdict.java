package io.zhidun.rules.compliance.judge;

import io.zhidun.rules.compliance.record.Result;
import io.zhidun.rules.compliance.record.Texts;
import java.util.List;

/**
 * What the rules decided.
 *
 * @param reason with the deciding values
 * @param evidence ids that it rests on
 * @param rule the deciding criterion, as in {@code 1.4.3-c/log-retention.oldest_record_days}
 */
public record Verdict(
    String item, String object, Result result, Texts reason, List<String> evidence, String rule) {

  public Verdict {
    evidence = List.copyOf(evidence);
  }
}
