package io.zhidun.service.compliance;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.zhidun.rules.compliance.check.Check;
import io.zhidun.rules.compliance.record.Item;
import io.zhidun.rules.compliance.record.Texts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A requirement as the interface shows it.
 *
 * @param kind automatic, assisted or document; named class in JSON
 * @param checks codes of the checks that serve it
 */
record ItemView(
    String id,
    String clause,
    String letter,
    Texts category,
    Texts controlPoint,
    Texts gloss,
    @JsonProperty("class") String kind,
    Texts hint,
    @Nullable String extension,
    List<String> checks) {
  static ItemView of(Item one, List<Check> checks) {
    return new ItemView(
        one.id(),
        one.clause(),
        one.letter(),
        one.category(),
        one.controlPoint(),
        one.gloss(),
        kind(one),
        one.evidenceHint(),
        one.extension(),
        checks.stream().map(Check::code).toList());
  }

  static String kind(Item one) {
    return one.evidenceClass().name().toLowerCase(Locale.ROOT);
  }
}
