package io.zhidun.report;

/** A form in which a report is filed. */
public enum Form {
  DOCX,
  PDF,
  JSON,
  CSV,
  OSCAL
}
