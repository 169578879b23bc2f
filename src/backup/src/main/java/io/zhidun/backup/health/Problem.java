package io.zhidun.backup.health;

/**
 * Something that somebody must see to.
 *
 * @param zh what it is, for Chinese readers
 * @param en what it is, for English readers
 */
public record Problem(
    Code code, Severity severity, String system, String source, String zh, String en) {
  /** What is wrong; the names are stable. */
  public enum Code {
    NEVER_BACKED_UP,
    BACKUP_OVERDUE,
    BACKUP_FAILED,
    RPO_EXCEEDED,
    LOG_GAP,
    REPLICATION_MISSING,
    REPLICATION_LAG,
    VERIFY_OVERDUE,
    CONTENT_DAMAGED,
    DRILL_OVERDUE,
    DRILL_FAILED,
    RTO_EXCEEDED,
    TOO_FEW_COPIES,
    NO_IMMUTABLE_COPY
  }

  /** How bad, in the words of alerts. */
  public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
  }
}
