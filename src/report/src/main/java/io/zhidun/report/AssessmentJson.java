package io.zhidun.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhidun.rules.compliance.record.Assessment;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** An assessment as JSON, members in the order of the records, sets sorted; times are ISO 8601. */
public final class AssessmentJson {

  /** Largest file that is read. */
  public static final long MOST_BYTES = 512L << 20;

  /** Shared with the report's other JSON; thread-safe. */
  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxStringLength(4 << 20)
                          .maxDocumentLength(MOST_BYTES)
                          .build())
                  .build())
          .addModule(new SimpleModule().addSerializer(new SortedSets()))
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .changeDefaultPropertyInclusion(
              old -> old.withValueInclusion(JsonInclude.Include.NON_NULL))
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
    } catch (NullPointerException absent) {
      throw new IllegalArgumentException("no assessment: a member is missing", absent);
    }
  }

  /** Sets such as Set.of have another order in each process. */
  @SuppressWarnings("rawtypes")
  private static final class SortedSets extends StdSerializer<Set> {
    SortedSets() {
      super(Set.class);
    }

    @Override
    public void serialize(Set set, JsonGenerator json, SerializationContext context) {
      json.writeStartArray();
      TreeSet<String> sorted = new TreeSet<>();
      for (Object entry : set) {
        sorted.add(String.valueOf(entry));
      }
      sorted.forEach(json::writeString);
      json.writeEndArray();
    }
  }
}
