package io.zhidun.report.oscal;

import io.zhidun.report.ReportModel;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A report as OSCAL documents: catalogue, profiles, assessment results, plan of action. */
public final class OscalReport {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private OscalReport() {}

  /**
   * Name of each file → its bytes. There is no plan of action where nothing has to be done: OSCAL
   * knows no empty one.
   */
  public static Map<String, byte[]> write(ReportModel model) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    OscalCatalogue catalogue =
        new OscalCatalogue(
            model.assessment().requirements(),
            model.assessment().catalogue(),
            model.assessment().madeAt());
    files.put(OscalCatalogue.CATALOGUE_FILE, MAPPER.writeValueAsBytes(catalogue.catalogue()));
    for (int level : catalogue.levels()) {
      files.put(
          "profile-level-" + level + ".json", MAPPER.writeValueAsBytes(catalogue.profile(level)));
    }
    files.put("assessment-results.json", MAPPER.writeValueAsBytes(OscalResults.document(model)));
    PlanOfAction plan = new PlanOfAction(model);
    if (!plan.isEmpty()) {
      files.put("poam.json", MAPPER.writeValueAsBytes(plan.document()));
    }
    return files;
  }
}
