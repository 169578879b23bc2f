package io.zhidun.service.compliance.evidence;

import io.zhidun.backup.health.SourceState;
import java.io.IOException;
import java.util.List;

/**
 * What the installation's backups are like. Whoever runs backups here gives it; where nobody does,
 * nothing is known of backups.
 */
public interface BackupStates {
  /**
   * The sources that are backed up. A source stands for the asset whose id is its name, or for the
   * asset that has its name among its addresses.
   *
   * @throws IOException when the targets do not answer
   */
  List<SourceState> all() throws IOException;
}
