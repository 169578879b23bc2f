package io.zhidun.rules.sigma;

import java.util.ArrayList;
import java.util.List;

/**
 * What one file holds.
 *
 * @param path its name, for messages
 * @param drafts rules that were read
 * @param filters global filters that were read
 * @param checks one entry a rule, also for those that could not be read
 * @param faults what stands against the others
 */
public record RuleFile(
    String path,
    List<RuleDraft> drafts,
    List<FilterDraft> filters,
    List<RuleCheck> checks,
    List<Fault> faults) {
  public RuleFile {
    drafts = List.copyOf(drafts);
    filters = List.copyOf(filters);
    checks = List.copyOf(checks);
    faults = List.copyOf(faults);
  }

  /** The same file with a fault that concerns all of it. */
  public RuleFile with(String message) {
    List<Fault> more = new ArrayList<>(faults);
    more.add(new Fault(path, 0, "", message, false));
    return new RuleFile(path, drafts, filters, checks, more);
  }

  /** A file that could not even be read. */
  public static RuleFile unreadable(String path, String message) {
    List<Fault> faults = List.of(new Fault(path, 0, "", message, false));
    List<RuleCheck> checks = List.of(RuleCheck.of("", path, faults));
    return new RuleFile(path, List.of(), List.of(), checks, faults);
  }
}
