package io.zhidun.rules.compliance.judge;

import io.zhidun.rules.compliance.check.Checks;
import io.zhidun.rules.compliance.record.Texts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the rules on risks show. Lives as long as one judging. */
public final class Risks {
  private final Map<String, Shown> shown = new TreeMap<>();
  private final Wording wording;
  private final Checks checks;
  private final Map<String, String> itemsByPoint;

  /**
   * @param itemsByPoint ids of the system's requirements by key
   */
  Risks(Checks checks, Map<String, String> itemsByPoint) {
    this.checks = checks;
    this.itemsByPoint = itemsByPoint;
    wording = new Wording(checks);
  }

  /** A value shows risks. Called by the rules. */
  public void show(Look look, String codes) {
    Texts summary = wording.summary(look);
    Texts reason =
        new Texts(look.object() + "：" + summary.zh(), look.object() + ": " + summary.en());
    for (String code : List.of(codes.split(" ", -1))) {
      Shown risk = risk(code);
      risk.objects.add(look.object());
      risk.reasons.put(look.object() + " " + look.check(), reason);
      for (String key : checks.find(look.check()).orElseThrow().keys()) {
        String item = itemsByPoint.get(key);
        if (item != null) {
          risk.items.add(item);
        }
      }
    }
  }

  /** A result shows risks. Called by the rules. */
  public void show(Judged judged, String codes) {
    for (String code : List.of(codes.split(" ", -1))) {
      Shown risk = risk(code);
      risk.objects.add(judged.object());
      risk.items.add(judged.item());
      risk.reasons.put(
          judged.object() + " " + judged.item(),
          new Texts(
              judged.object() + "：" + judged.item() + " 不符合",
              judged.object() + ": " + judged.item() + " is not met"));
    }
  }

  private Shown risk(String code) {
    return shown.computeIfAbsent(code, c -> new Shown());
  }

  Map<String, Shown> shown() {
    return shown;
  }

  /** What shows one risk. */
  static final class Shown {
    final Set<String> items = new TreeSet<>();
    final Set<String> objects = new TreeSet<>();
    final Map<String, Texts> reasons = new TreeMap<>();
  }
}
