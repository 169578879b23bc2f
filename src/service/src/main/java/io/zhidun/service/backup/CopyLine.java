package io.zhidun.service.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target of a source, and whether it holds the newest backup.
 *
 * @param immutable whether the target lets nobody delete before the time
 * @param immutableUntil of the newest backup, where it is held
 * @param newest when the newest backup that lies there was begun
 * @param verifiedAt when all chunks of a backup were last read there
 */
record CopyLine(
    String target,
    String medium,
    boolean offsite,
    boolean immutable,
    boolean held,
    @Nullable Instant immutableUntil,
    @Nullable Instant newest,
    @Nullable Instant verifiedAt,
    List<String> verifyFaults) {}
