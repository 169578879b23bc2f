package io.zhidun.report;

import com.fasterxml.jackson.annotation.JsonValue;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Result;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An assessment as JSON: members in the order of the alphabet, results by their wire names. */
public final class AssessmentJson {

  /** Shared with the report's other JSON; thread-safe. */
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .addMixIn(Result.class, ByWire.class)
          .build();

  private AssessmentJson() {}

  public static byte[] write(Assessment assessment) {
    return MAPPER.writeValueAsBytes(assessment);
  }

  /**
   * Reads one back.
   *
   * @throws IllegalArgumentException saying where it is no assessment
   */
  public static Assessment read(byte[] json) {
    try {
      return MAPPER.readValue(json, Assessment.class);
    } catch (JacksonException unreadable) {
      throw new IllegalArgumentException(
          "no assessment: " + unreadable.getOriginalMessage(), unreadable);
    }
  }

  /** How a result is written. */
  @SuppressWarnings("unused")
  private interface ByWire {
    @JsonValue
    String wire();
  }
}
