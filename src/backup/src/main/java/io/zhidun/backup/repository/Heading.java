package io.zhidun.backup.repository;

import java.time.Instant;

/**
 * What is known of a backup before it begins.
 *
 * @param system the system protected, such as {@code patent-review}
 * @param source which of its sources, such as {@code core-database}
 * @param kind the executor: {@code files}, {@code postgresql}, …
 * @param tier the policy's, such as {@code T1}
 * @param policyVersion of the policies in force
 * @param id of this backup; ids of one source are in the order of their beginning
 */
public record Heading(
    String system,
    String source,
    String kind,
    String tier,
    String policyVersion,
    String id,
    Instant started) {
  public Heading {
    SystemName.require("a system", system);
    SystemName.require("a source", source);
    BackupId.require(id);
  }

  /** The folder of this backup's objects. */
  String folder() {
    return Manifest.folder(system, source, id);
  }
}
