package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.assess.AssessmentJson;
import io.zhidun.rules.compliance.record.Assessment;
import org.springframework.stereotype.Component;

/** The assessment's own JSON: the bytes that its hash was taken of. */
@Component
class JsonForm implements ReportForm {
  @Override
  public String name() {
    return "json";
  }

  @Override
  public String ending() {
    return "json";
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public byte[] write(Assessment assessment, AssessmentSummary summary) {
    return AssessmentJson.write(assessment);
  }
}
