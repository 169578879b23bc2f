package io.zhidun.cause.rank;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON of explanations. Members stand in the order of the records, times are ISO 8601: equal
 * explanations give equal bytes. Reads at most {@value #MOST_BYTES} bytes.
 */
public final class ExplanationJson {
  public static final int MOST_BYTES = 16 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(16)
                          .maxStringLength(1 << 16)
                          .maxDocumentLength(MOST_BYTES)
                          .build())
                  .build())
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .changeDefaultPropertyInclusion(
              old -> old.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private ExplanationJson() {}

  public static String write(Explanation explanation) {
    return MAPPER.writeValueAsString(explanation);
  }

  /**
   * Reads an explanation.
   *
   * @throws JacksonException where it is none
   */
  public static Explanation read(String json) {
    return MAPPER.readValue(json, Explanation.class);
  }
}
