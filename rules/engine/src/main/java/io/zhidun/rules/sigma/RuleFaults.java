package io.zhidun.rules.sigma;

import java.util.List;
import java.util.stream.Collectors;

/** A rule set was refused as a whole; carries every fault, not just the first. */
public final class RuleFaults extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** More faults than a person reads in one message. */
  private static final int SHOWN = 20;

  private final transient List<Fault> faults;

  public RuleFaults(List<Fault> faults) {
    super(message(faults));
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }

  private static String message(List<Fault> faults) {
    String shown =
        faults.stream().limit(SHOWN).map(Fault::toString).collect(Collectors.joining("\n"));
    int hidden = faults.size() - SHOWN;
    return shown + (hidden > 0 ? "\nand " + hidden + " more" : "");
  }
}
