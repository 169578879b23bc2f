package io.zhidun.rules.compliance.record;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A requirement over all objects: some of them failing makes it partly met.
 *
 * @param objects how many objects have which result
 * @param waived an exception covers what is not met; the result itself stays
 */
public record ItemResult(String item, Result result, Map<Result, Integer> objects, boolean waived) {

  public ItemResult {
    objects = Collections.unmodifiableMap(new EnumMap<>(objects));
  }
}
