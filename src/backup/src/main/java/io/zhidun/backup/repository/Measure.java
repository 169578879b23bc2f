package io.zhidun.backup.repository;

import org.jspecify.annotations.Nullable;

/**
 * What was counted when the backup was made, to be counted again after a restore.
 *
 * @param name such as {@code public.filings}
 * @param rows how many rows, files or records
 * @param checksum over the content, or null where none was taken
 */
public record Measure(String name, long rows, @Nullable String checksum) {}
