package io.zhidun.rules.filings.judge;

import io.zhidun.rules.filings.signal.Evidence;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** Writes an indication as JSON, the form of {@code zhidun.indications.v1}. */
public final class IndicationJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private IndicationJson() {}

  /** One JSON object in UTF-8, without a line feed. */
  public static byte[] write(Indication indication) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
    try (JsonGenerator json =
        FACTORY.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), bytes)) {
      write(indication, json);
    }
    return bytes.toByteArray();
  }

  private static void write(Indication it, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("id", it.id());
    json.writeObjectPropertyStart("subject");
    json.writeStringProperty("type", it.subject().type().wire());
    json.writeStringProperty("key", it.subject().key());
    json.writeStringProperty("name", it.subject().name());
    json.writeEndObject();
    json.writeStringProperty("kind", it.kind());
    texts("kindName", it.kindName(), json);
    json.writeStringProperty("register", it.register());
    json.writeStringProperty("tier", it.tier().chinese());
    json.writeStringProperty("tierCode", it.tier().wire());
    json.writeNumberProperty("score", it.score());
    json.writeStringProperty("first", it.first().toString());
    json.writeStringProperty("last", it.last().toString());
    strings("filings", it.filings(), json);
    json.writeNumberProperty("filingCount", it.filingCount());
    members(it.members(), json);
    signals(it.signals(), json);
    evidence(it.evidence(), json);
    legalBases(it.legalBases(), json);
    texts("explanation", it.explanation(), json);
    json.writeStringProperty("version", it.version());
    json.writeEndObject();
  }

  private static void members(List<Member> members, JsonGenerator json) {
    json.writeArrayPropertyStart("members");
    for (Member member : members) {
      json.writeStartObject();
      json.writeStringProperty("key", member.key());
      json.writeStringProperty("name", member.name());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void signals(List<SignalPart> parts, JsonGenerator json) {
    json.writeArrayPropertyStart("signals");
    for (SignalPart part : parts) {
      json.writeStartObject();
      json.writeStringProperty("code", part.code());
      json.writeStringProperty("family", part.family().wire());
      json.writeStringProperty("window", part.window());
      json.writeNumberProperty("score", part.score());
      json.writeNumberProperty("weight", part.weight());
      json.writeNumberProperty("part", part.part());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void evidence(List<Evidence> evidence, JsonGenerator json) {
    json.writeArrayPropertyStart("evidence");
    for (Evidence one : evidence) {
      json.writeStartObject();
      json.writeStringProperty("type", one.type());
      one.values().forEach((name, value) -> value(name, value, json));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void legalBases(List<LegalBasis> bases, JsonGenerator json) {
    json.writeArrayPropertyStart("legalBasis");
    for (LegalBasis basis : bases) {
      json.writeStartObject();
      json.writeStringProperty("code", basis.code());
      json.writeStringProperty("law", basis.lawZh());
      json.writeStringProperty("lawEn", basis.lawEn());
      json.writeStringProperty("article", basis.article());
      json.writeStringProperty("from", basis.from().toString());
      if (basis.until() != null) {
        json.writeStringProperty("until", basis.until().toString());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void texts(String name, Texts texts, JsonGenerator json) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("zh", texts.zh());
    json.writeStringProperty("en", texts.en());
    json.writeEndObject();
  }

  private static void strings(String name, List<String> values, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void value(String name, Object value, JsonGenerator json) {
    json.writeName(name);
    value(value, json);
  }

  private static void value(Object value, JsonGenerator json) {
    if (value instanceof Integer || value instanceof Long) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Number number) {
      json.writeNumber(number.doubleValue());
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      list.forEach(item -> value(item, json));
      json.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      map.forEach((name, inner) -> value(name.toString(), inner, json));
      json.writeEndObject();
    } else {
      json.writeString(value.toString());
    }
  }
}
