package io.zhidun.rules.compliance.assess;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.zhidun.rules.compliance.knowledge.Sm3;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Result;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * JSON of assessments and of what they follow from. Members stand in the order of the records, maps
 * and sets are sorted: equal records give equal bytes. Times are ISO 8601. Reads at most {@value
 * #MOST_BYTES} bytes.
 */
public final class AssessmentJson {
  public static final long MOST_BYTES = 512L << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxStringLength(4 << 20)
                          .maxDocumentLength(MOST_BYTES)
                          .build())
                  .build())
          .addMixIn(Result.class, WireName.class)
          .addModule(new SimpleModule().addSerializer(new SortedSets()))
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(
              DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS,
              DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .changeDefaultPropertyInclusion(
              old -> old.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private AssessmentJson() {}

  public static byte[] write(Assessment assessment) {
    return MAPPER.writeValueAsBytes(assessment);
  }

  /**
   * Reads an assessment.
   *
   * @throws JacksonException where it is none
   */
  public static Assessment read(byte[] json) {
    return MAPPER.readValue(json, Assessment.class);
  }

  public static byte[] writeInput(AssessmentInput input) {
    return MAPPER.writeValueAsBytes(input);
  }

  /**
   * Reads what an assessment follows from.
   *
   * @throws JacksonException where it is none
   */
  public static AssessmentInput readInput(byte[] json) {
    return MAPPER.readValue(json, AssessmentInput.class);
  }

  /** SM3 of the assessment's JSON. */
  public static String sm3(Assessment assessment) {
    return Sm3.hex(write(assessment));
  }

  /** Results by the name that they have in JSON. */
  private interface WireName {
    @JsonValue
    String wire();
  }

  /** Sets such as Set.of have another order in each process. */
  @SuppressWarnings("rawtypes")
  private static final class SortedSets extends StdSerializer<Set> {
    SortedSets() {
      super(Set.class);
    }

    @Override
    public void serialize(Set set, JsonGenerator out, SerializationContext context) {
      out.writeStartArray();
      TreeSet<String> sorted = new TreeSet<>();
      for (Object entry : set) {
        sorted.add(String.valueOf(entry));
      }
      sorted.forEach(out::writeString);
      out.writeEndArray();
    }
  }
}
