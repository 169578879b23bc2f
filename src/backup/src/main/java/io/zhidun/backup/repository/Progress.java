package io.zhidun.backup.repository;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How far a backup, verification or restore has come.
 *
 * @param done bytes of the stream
 * @param stored bytes on the target
 * @param total bytes of the stream, where known
 * @param bytesPerSecond over the last half minute
 * @param left time left at that rate, null where unknown
 */
public record Progress(
    long done, long stored, OptionalLong total, long bytesPerSecond, @Nullable Duration left) {}
