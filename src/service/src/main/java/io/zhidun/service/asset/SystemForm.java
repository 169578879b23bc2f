package io.zhidun.service.asset;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A system as a person sends it. */
record SystemForm(
    @Nullable String name,
    @Nullable Integer level,
    @Nullable String notation,
    @Nullable List<String> extensions,
    @Nullable String owner,
    @Nullable String filingNumber,
    @Nullable String filingValidUntil,
    @Nullable String zone,
    @Nullable Boolean critical,
    @Nullable String reportingRoute,
    @Nullable String lastAssessedOn,
    @Nullable Long version) {
  static final List<String> ROUTES = List.of("CII", "CENTRAL_ORGAN", "OTHER");
  static final List<String> EXTENSIONS = List.of("cloud", "mobile", "iot", "ics");

  private static final Pattern NOTATION = Pattern.compile("S([1-4])A([1-4])G([1-4])");

  /** The system, or null after at least one fault was told. */
  @Nullable InventorySystem read(
      String id, String account, Instant now, String origin, Consumer<FieldFault> faults) {
    Fields fields = new Fields(faults);
    InventorySystem read =
        new InventorySystem(
            fields.id("id", id),
            fields.required("name", name, 200),
            fields.within("level", level, 2, 4),
            notation(fields),
            extensions(fields),
            fields.required("owner", owner, 200),
            fields.optional("filingNumber", filingNumber, 64),
            fields.date("filingValidUntil", filingValidUntil),
            fields.optional("zone", zone, 64),
            Boolean.TRUE.equals(critical),
            fields.oneOf("reportingRoute", reportingRoute, ROUTES),
            fields.date("lastAssessedOn", lastAssessedOn),
            version == null ? 0 : version,
            now,
            account,
            origin);
    return fields.good() ? read : null;
  }

  /**
   * GB/T 28449: business information, system service, general; the system's level is the higher.
   */
  private String notation(Fields fields) {
    String text = notation == null ? "" : notation.strip();
    Matcher matcher = NOTATION.matcher(text);
    if (!matcher.matches()) {
      fields.fault("notation", text, "须形如 S3A3G3", "must read like S3A3G3");
      return "";
    }
    int higher = Math.max(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    if (level != null && level != higher) {
      fields.fault(
          "level",
          level.toString(),
          "须为 S、A 中较高者，即 " + higher,
          "must be the higher of S and A, that is " + higher);
    }
    return text;
  }

  private List<String> extensions(Fields fields) {
    List<String> read = fields.list("extensions", extensions, EXTENSIONS.size(), 16);
    read.forEach(one -> fields.oneOf("extensions", one, EXTENSIONS));
    return read;
  }
}
