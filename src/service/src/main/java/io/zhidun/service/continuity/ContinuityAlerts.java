package io.zhidun.service.continuity;

import io.zhidun.events.AlertDraft;
import io.zhidun.events.BilingualText;
import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.Digests;
import io.zhidun.events.Explanation;
import io.zhidun.events.Json;
import io.zhidun.events.RuleReference;
import io.zhidun.events.Severity;
import io.zhidun.service.alert.AlertBook;
import io.zhidun.service.alert.Draft;
import io.zhidun.service.asset.Inventory;
import io.zhidun.service.continuity.Overdue.Late;
import io.zhidun.service.store.Micros;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes an exercise that is overdue an alert, one a system, and resolves it when it was done. */
@Component
class ContinuityAlerts {
  private static final String NAME = "continuity-exercise-overdue";
  private static final RuleReference RULE =
      new RuleReference(
          UUID.nameUUIDFromBytes(("zhidun/" + NAME).getBytes(StandardCharsets.UTF_8)) + "",
          NAME,
          "1",
          new BilingualText("灾难恢复切换演练逾期", "Switch-over exercise overdue"));

  /** Said again so often while it lasts, within the time after which an alert ends by itself. */
  private static final Duration AGAIN = Duration.ofHours(6);

  private static final Duration RECOVERY = Duration.ofHours(24);

  private final Overdue overdue;
  private final Inventory inventory;
  private final AlertBook book;
  private final Clock clock;
  private final Map<String, Instant> said = new HashMap<>();
  private boolean afterStart = true;

  ContinuityAlerts(Overdue overdue, Inventory inventory, AlertBook book, Clock clock) {
    this.overdue = overdue;
    this.inventory = inventory;
    this.book = book;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
  synchronized void tell() {
    Instant now = clock.instant();
    List<Late> late = overdue.all();
    Set<String> wrong = new HashSet<>();
    for (Late one : late) {
      wrong.add(one.system());
      Instant last = said.get(one.system());
      if (last == null || !now.isBefore(last.plus(AGAIN))) {
        book.accept(List.of(draft(one, now)));
        said.put(one.system(), now);
      }
    }
    for (String system : afterStart ? known() : List.copyOf(said.keySet())) {
      if (!wrong.contains(system)) {
        book.resolve(fingerprint(system));
        said.remove(system);
      }
    }
    afterStart = false;
  }

  /** What an earlier start may have said. */
  private List<String> known() {
    return inventory.systems().stream().map(one -> one.id()).toList();
  }

  private static Map<String, String> group(String system) {
    return Map.of("continuity.system", system);
  }

  static String fingerprint(String system) {
    return Digests.fingerprint(RULE.id(), group(system));
  }

  private static Draft draft(Late late, Instant now) {
    String day = late.since().toString().substring(0, 10);
    BilingualText text =
        new BilingualText(
            late.system() + " 的灾难恢复切换演练应于 " + day + " 前完成",
            "a switch-over of " + late.system() + " was to be exercised by " + day);
    Detection detection =
        new Detection(
            Digests.detectionId(RULE, group(late.system()), List.of(now.toString())),
            now,
            RULE,
            Severity.MEDIUM,
            group(late.system()),
            1,
            List.of(),
            List.of(),
            RECOVERY,
            Micros.of(now),
            false,
            new Explanation(
                text,
                List.of(
                    new Explanation.Condition(
                        NAME, "continuity", "exercise.due", "before", now + "", day, true)),
                null));
    Decision decision =
        new Decision(
            true,
            Severity.MEDIUM,
            "设备设施故障事件",
            "security",
            NAME,
            "",
            "",
            List.of(
                new Decision.Reason(
                    NAME,
                    new BilingualText(
                        "预案未经演练不能证明可切换", "A plan that is not exercised proves nothing"),
                    Map.of())));
    AlertDraft draft = new AlertDraft(fingerprint(late.system()), detection, decision);
    return new Draft(draft, Json.mapper().writeValueAsString(draft));
  }
}
