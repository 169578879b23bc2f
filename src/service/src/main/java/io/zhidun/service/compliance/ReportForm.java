package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.record.Assessment;
import java.io.IOException;

/** Writes an assessment in one form. */
interface ReportForm {
  /** As in the parameter {@code form}. */
  String name();

  /** File name's ending, without the dot. */
  String ending();

  String mediaType();

  byte[] write(Assessment assessment, AssessmentSummary summary) throws IOException;
}
