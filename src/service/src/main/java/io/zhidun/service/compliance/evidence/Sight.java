package io.zhidun.service.compliance.evidence;

import java.time.Instant;
import java.util.Map;
import org.springframework.modulith.NamedInterface;

/**
 * What a collector saw at one object.
 *
 * @param object id of the asset, or of the system
 * @param from begin of the time that was looked at
 * @param to its end
 * @param query what was asked, so that a person can ask again
 * @param values by the names of the check's documentation
 */
@NamedInterface("collectors")
public record Sight(
    String object, Instant from, Instant to, String query, Map<String, Object> values) {
  public Sight {
    values = Map.copyOf(values);
  }
}
