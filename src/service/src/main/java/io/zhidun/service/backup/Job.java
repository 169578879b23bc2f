package io.zhidun.service.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is done with a source's backups.
 *
 * @param backup id of what is verified or drilled, or of what a run made
 * @param target which alone is verified, null for all
 * @param by account that asked, or the platform
 * @param resumes the interrupted job that this one goes on with
 * @param passed whether the result is good, null before there is one
 * @param words why it failed or did not pass
 */
record Job(
    String id,
    JobKind kind,
    String system,
    String source,
    @Nullable String backup,
    @Nullable String target,
    JobState state,
    String by,
    @Nullable String resumes,
    Instant askedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Boolean passed,
    @Nullable String words) {

  /** {@code SYSTEM/SOURCE}. */
  String title() {
    return system + '/' + source;
  }
}
