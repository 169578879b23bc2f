package io.zhidun.service.compliance.evidence;

import io.zhidun.rules.compliance.record.Evidence;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the fresh evidence of single objects comes to for the system as a whole. */
@Component
@Order(30)
class DerivedLooks implements Collector {
  private static final double OLD_SIGNATURES_DAYS = 30;

  private final KnownEvidence known;

  DerivedLooks(KnownEvidence known) {
    this.known = known;
  }

  @Override
  public String name() {
    return "derived";
  }

  @Override
  public Set<String> checks() {
    return Set.of("central-policy", "change-approval");
  }

  @Override
  public void look(Target target, Consumer<Sight> out) {
    List<Evidence> fresh =
        known.latest(target.system().id()).stream()
            .filter(one -> one.isFresh(target.now()))
            .toList();
    List<Evidence> drift = of(fresh, "configuration-drift");
    if (drift.isEmpty()) {
      return;
    }
    Map<String, Object> values = new HashMap<>();
    List<Evidence> used = drift;
    if (target.check().equals("central-policy")) {
      List<Evidence> signatures =
          fresh.stream().filter(one -> one.values().containsKey("signature_age_days")).toList();
      List<Evidence> patches = of(fresh, "vulnerabilities");
      values.put("drifted_assets", objects(drift, one -> entries(one, "unapproved_drift") > 0));
      if (!signatures.isEmpty()) {
        values.put(
            "old_signatures",
            objects(signatures, one -> number(one, "signature_age_days") > OLD_SIGNATURES_DAYS));
      }
      if (!patches.isEmpty()) {
        values.put("unpatched_assets", objects(patches, one -> entries(one, "overdue_fixes") > 0));
      }
    } else {
      values.put("unapproved_changes", objects(drift, one -> entries(one, "unapproved_drift") > 0));
      List<Evidence> recorded = of(fresh, "configuration-backup");
      if (!recorded.isEmpty()) {
        values.put(
            "unrecorded_changes",
            objects(recorded, one -> Boolean.FALSE.equals(one.values().get("recorded"))));
      }
    }
    Instant from =
        used.stream().map(Evidence::from).min(Comparator.naturalOrder()).orElse(target.now());
    out.accept(
        new Sight(
            target.system().id(),
            from,
            target.now(),
            "fresh evidence of the checks configuration-drift, configuration-backup,"
                + " vulnerabilities and of signatures",
            values));
  }

  private static List<Evidence> of(List<Evidence> all, String check) {
    return all.stream().filter(one -> one.check().equals(check)).toList();
  }

  private static List<String> objects(List<Evidence> all, Predicate<Evidence> wanted) {
    Set<String> objects = new TreeSet<>();
    all.stream().filter(wanted).forEach(one -> objects.add(one.object()));
    return List.copyOf(objects);
  }

  private static int entries(Evidence one, String value) {
    return one.values().get(value) instanceof List<?> list ? list.size() : 0;
  }

  private static double number(Evidence one, String value) {
    return one.values().get(value) instanceof Number number ? number.doubleValue() : 0;
  }
}
