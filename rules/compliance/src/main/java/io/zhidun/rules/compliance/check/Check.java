package io.zhidun.rules.compliance.check;

import io.zhidun.rules.compliance.record.AssetKind;
import io.zhidun.rules.compliance.record.Texts;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A named look at objects.
 *
 * @param code kebab-case, as in log-retention
 * @param version of the checks' file
 * @param kinds of the assets that are looked at
 * @param wholeSystem a look at the system as a whole stands for each of its objects that was not
 *     looked at by itself
 * @param every how often it is due
 * @param fresh how long a look supports a verdict
 * @param values by name
 * @param keys of the requirements that it serves
 */
public record Check(
    String code,
    String version,
    Texts name,
    Texts looksAt,
    Set<AssetKind> kinds,
    boolean wholeSystem,
    Duration every,
    Duration fresh,
    Map<String, ValueDoc> values,
    List<String> keys) {

  public Check {
    kinds = Collections.unmodifiableSet(kinds);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    keys = List.copyOf(keys);
    if (fresh.compareTo(every) < 0) {
      throw new IllegalArgumentException(
          "check "
              + code
              + ": evidence is stale after "
              + fresh
              + ", before the next look in "
              + every);
    }
  }
}
