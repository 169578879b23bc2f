package io.zhidun.service.ruleset;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

/** How full the heap is of what is really used: as the last collection left it. */
final class Heap {
  private static final double FULL = 0.8;

  private Heap() {}

  static boolean isNearlyFull() {
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage left = pool.getCollectionUsage();
      if (pool.getType() == MemoryType.HEAP
          && pool.isUsageThresholdSupported()
          && left != null
          && left.getMax() > 0
          && left.getUsed() > FULL * left.getMax()) {
        return true;
      }
    }
    return false;
  }
}
