package io.zhidun.service.compliance.evidence;

import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Collectors for tests of other features. */
public final class TestCollectors {
  private TestCollectors() {}

  /** The real collector of backups on given states. */
  public static Collector backups(BackupStates states) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("states", states);
    return new BackupLooks(beans.getBeanProvider(BackupStates.class));
  }

  /** The real collector of standbys on given states. */
  public static Collector redundancy(BackupStates states) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("states", states);
    return new RedundancyLooks(beans.getBeanProvider(BackupStates.class));
  }
}
