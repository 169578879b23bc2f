package io.zhidun.report.oscal;

import io.zhidun.report.ReportModel;
import io.zhidun.report.Statements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Metadata of a document about an assessment. */
final class OscalMetadata {

  private OscalMetadata() {}

  static Map<String, Object> of(ReportModel model, String title) {
    String organisation = model.imprint().organisation();
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("title", OscalText.markup(title + " " + model.assessment().system().name()));
    metadata.put("last-modified", model.assessment().madeAt().toString());
    metadata.put("version", OscalText.line(model.number()));
    metadata.put("oscal-version", OscalText.RELEASE);
    metadata.put(
        "parties",
        List.of(
            Map.of(
                "uuid", OscalText.uuid("party", organisation),
                "type", "organization",
                "name", OscalText.line(organisation))));
    metadata.put(
        "remarks",
        OscalText.markup(Statements.SELF_CHECK)
            + "\n\n"
            + OscalText.markup(Statements.NO_CERTIFIED_MODULE));
    return metadata;
  }
}
