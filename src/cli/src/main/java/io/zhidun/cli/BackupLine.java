package io.zhidun.cli;

import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Measure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A backup as a line of machine output: the manifest without its chunks. */
record BackupLine(
    String system,
    String source,
    String id,
    String kind,
    String tier,
    String policyVersion,
    Instant started,
    Instant finished,
    @Nullable Instant immutableUntil,
    long plainBytes,
    long storedBytes,
    int chunks,
    List<String> keys,
    Map<String, String> positions,
    List<Measure> measures,
    List<String> notes) {

  static BackupLine of(Manifest manifest) {
    return new BackupLine(
        manifest.heading().system(),
        manifest.heading().source(),
        manifest.id(),
        manifest.heading().kind(),
        manifest.heading().tier(),
        manifest.heading().policyVersion(),
        manifest.heading().started(),
        manifest.finished(),
        manifest.immutableUntil(),
        manifest.plainBytes(),
        manifest.storedBytes(),
        manifest.chunks().size(),
        manifest.keys(),
        manifest.facts().positions(),
        manifest.facts().measures(),
        manifest.facts().notes());
  }
}
