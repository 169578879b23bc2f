package io.zhidun.rules.filings.mark;

import io.zhidun.rules.filings.signal.Detector;
import java.util.List;

/** All detectors of trademark filings. */
public final class MarkDetectors {

  /**
   * Nice classes in which an agency may file for its services where a site says nothing else:
   * business services, technical services, legal services.
   */
  public static final List<Integer> AGENCY_CLASSES = List.of(35, 42, 45);

  private MarkDetectors() {}

  /** With the shipped lists of public words and {@link #AGENCY_CLASSES}. */
  public static List<Detector> all() {
    return all(PublicWords.shipped(), AGENCY_CLASSES);
  }

  /**
   * New ones that share one memory; each must see every record, in this order, and the same object
   * once: of a record that comes again as another object nothing is counted twice. The first take
   * about a second of CPU for the dictionaries of the libraries.
   *
   * @param agencyClasses Nice classes in which an agency files for its own services
   */
  public static List<Detector> all(PublicWords words, List<Integer> agencyClasses) {
    MarkMemory memory = new MarkMemory();
    return List.of(
        new HoardingDetector(memory),
        new CombinationDetector(memory),
        new LikenessDetector(memory),
        new ManyOwnersDetector(memory),
        new RepeatedOwnerDetector(memory),
        new PublicWordDetector(memory, words),
        new FileAndSellDetector(memory),
        new BadFaithHistoryDetector(memory),
        new AgencyOwnFilingDetector(memory, agencyClasses),
        new ShellApplicantDetector(memory));
  }
}
