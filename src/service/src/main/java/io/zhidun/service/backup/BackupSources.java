package io.zhidun.service.backup;

import io.zhidun.backup.run.SourceSpec;
import io.zhidun.service.web.Problems;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Sources as requests name them. */
final class BackupSources {
  private BackupSources() {}

  static SourceSpec find(Installation installation, String system, String source) {
    if (!installation.isConfigured()) {
      throw Problems.of(HttpStatus.CONFLICT, "no-backups", "no backups are configured here");
    }
    try {
      return installation.readConfig().sources().stream()
          .filter(one -> one.system().equals(system) && one.name().equals(source))
          .findFirst()
          .orElseThrow(() -> Problems.notFound("there is no source " + system + '/' + source));
    } catch (IOException | IllegalArgumentException e) {
      throw away(e);
    }
  }

  static ErrorResponseException away(Exception e) {
    return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "backups-away", Installation.words(e));
  }
}
