package io.zhidun.rules.judge;

import io.zhidun.events.Severity;

/**
 * One cell of the severity matrix. A fact.
 *
 * @param level the rule's own severity
 * @param assetLevel the asset's level
 * @param severity what comes of both
 */
public record SeverityCell(Severity level, int assetLevel, Severity severity) {
  public Severity getLevel() {
    return level;
  }

  public int getAssetLevel() {
    return assetLevel;
  }

  public Severity getSeverity() {
    return severity;
  }
}
