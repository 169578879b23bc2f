package io.zhidun.measure;

/** What becomes of a sample before any detector sees it. */
public enum Admission {
  ADMITTED,
  /** Prometheus' mark that the series has ended or is missing from a scrape. */
  STALE_MARK,
  NOT_A_NUMBER,
  INFINITE,
  /** The time of the sample before, whatever the value: the first one counts. */
  DUPLICATE,
  /** Older than the sample before. */
  LATE,
  /** Farther in the future than clocks may differ; it would make everything real late. */
  AHEAD
}
