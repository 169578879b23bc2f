package io.zhidun.service.backup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How backups are run.
 *
 * @param config path of {@code backup.yml}; empty where no backups are run here
 * @param schedule whether the calendar starts jobs by itself
 * @param threads jobs that run at once
 * @param lookEvery how old what is known of the targets may become
 * @param retryAfter how long a job that failed is left alone
 * @param standbyBehind bytes of the log that a standby which counts as healthy may have left to
 *     replay
 */
@ConfigurationProperties("zhidun.backup")
record BackupProperties(
    @DefaultValue("") String config,
    @DefaultValue("true") boolean schedule,
    @DefaultValue("2") int threads,
    @DefaultValue("1m") Duration lookEvery,
    @DefaultValue("15m") Duration retryAfter,
    @DefaultValue("64MB") DataSize standbyBehind) {
  BackupProperties {
    if (threads < 1 || threads > 16) {
      throw new IllegalArgumentException("zhidun.backup.threads must be 1 to 16, was " + threads);
    }
  }
}
