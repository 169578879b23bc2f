package io.zhidun.rules.filings.mark;

import io.zhidun.rules.filings.signal.Detector;
import java.util.List;

/** All detectors of trademark filings. */
public final class MarkDetectors {

  private MarkDetectors() {}

  /** New ones that share one memory; they all see every record, in this order. */
  public static List<Detector> all() {
    MarkMemory memory = new MarkMemory();
    return List.of(
        new HoardingDetector(memory),
        new CombinationDetector(memory),
        new LikenessDetector(memory),
        new ManyOwnersDetector(memory));
  }
}
