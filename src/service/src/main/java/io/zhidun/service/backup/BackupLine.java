package io.zhidun.service.backup;

import io.zhidun.backup.repository.Manifest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A backup without its chunks, of which a manifest may name hundreds of thousands.
 *
 * @param bytes of the stream that was backed up
 * @param stored bytes on the target
 * @param keys ids of the keys that open it
 */
record BackupLine(
    String id,
    Instant started,
    Instant finished,
    long bytes,
    long stored,
    List<String> keys,
    String policyVersion,
    @Nullable Instant immutableUntil,
    List<String> notes) {

  static BackupLine of(Manifest manifest) {
    return new BackupLine(
        manifest.id(),
        manifest.heading().started(),
        manifest.finished(),
        manifest.plainBytes(),
        manifest.storedBytes(),
        manifest.keys(),
        manifest.heading().policyVersion(),
        manifest.immutableUntil(),
        manifest.facts().notes());
  }
}
