package io.zhidun.service.backup;

import io.zhidun.backup.health.Problem;
import io.zhidun.events.AlertDraft;
import io.zhidun.events.BilingualText;
import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.Digests;
import io.zhidun.events.Explanation;
import io.zhidun.events.Json;
import io.zhidun.events.RuleReference;
import io.zhidun.service.alert.AlertBook;
import io.zhidun.service.alert.Draft;
import io.zhidun.service.store.ColumnText;
import io.zhidun.service.store.Micros;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes problems alerts, one a source and kind, and resolves them when they are gone. */
@Component
class BackupAlerts {
  /** Said again so often while it lasts, within the time after which an alert ends by itself. */
  private static final Duration AGAIN = Duration.ofHours(6);

  private static final Duration RECOVERY = Duration.ofHours(24);
  private static final int MOST_WORDS = 1_000;

  private final AlertBook book;
  private final Looks looks;
  private final Clock clock;

  /** When each was last said, by fingerprint. */
  private final Map<String, Instant> said = new HashMap<>();

  private boolean afterStart = true;

  BackupAlerts(AlertBook book, Looks looks, Clock clock) {
    this.book = book;
    this.looks = looks;
    this.clock = clock;
  }

  /**
   * @param present all that is wrong now
   */
  synchronized void tell(List<Trouble> present) {
    Instant now = clock.instant();
    Map<String, Trouble> wrong = new LinkedHashMap<>();
    present.forEach(trouble -> wrong.put(fingerprint(trouble), trouble));
    List<Draft> drafts = new ArrayList<>();
    wrong.forEach(
        (fingerprint, trouble) -> {
          Instant last = said.get(fingerprint);
          if (last == null || !now.isBefore(last.plus(AGAIN))) {
            drafts.add(draft(fingerprint, trouble, now));
          }
        });
    if (!drafts.isEmpty()) {
      book.accept(drafts);
    }
    drafts.forEach(draft -> said.put(draft.content().fingerprint(), now));
    for (String gone : afterStart ? possible() : List.copyOf(said.keySet())) {
      if (!wrong.containsKey(gone)) {
        book.resolve(gone);
        said.remove(gone);
      }
    }
    afterStart = false;
  }

  /** What an earlier start may have said. */
  private List<String> possible() {
    List<String> codes = new ArrayList<>(List.of(Trouble.TARGET_AWAY));
    for (Problem.Code code : Problem.Code.values()) {
      codes.add(Trouble.code(code));
    }
    List<String> all = new ArrayList<>();
    for (SourceLook look : looks.known()) {
      codes.forEach(
          code -> all.add(fingerprint(code, look.source().system(), look.source().name())));
    }
    all.add(fingerprint(Trouble.UNUSABLE, "*", "*"));
    return all;
  }

  private static String fingerprint(Trouble trouble) {
    return fingerprint(trouble.code(), trouble.system(), trouble.source());
  }

  private static String fingerprint(String code, String system, String source) {
    return Digests.fingerprint(rule(code).id(), group(system, source));
  }

  private static Map<String, String> group(String system, String source) {
    Map<String, String> group = new LinkedHashMap<>();
    group.put("backup.system", system);
    group.put("backup.source", source);
    return group;
  }

  /** Which rule such alerts are of; it is no rule that anybody could switch off. */
  private static RuleReference rule(String code) {
    String name = "backup-" + code.replace("backup-", "");
    String id = UUID.nameUUIDFromBytes(("zhidun/" + name).getBytes(StandardCharsets.UTF_8)) + "";
    return new RuleReference(id, name, "1", TITLES.getOrDefault(code, OTHER));
  }

  private static final BilingualText OTHER = new BilingualText("备份异常", "Backup problem");

  private static final Map<String, BilingualText> TITLES =
      Map.ofEntries(
          Map.entry("never-backed-up", new BilingualText("从未备份", "Never backed up")),
          Map.entry("backup-overdue", new BilingualText("备份逾期", "Backup overdue")),
          Map.entry("backup-failed", new BilingualText("备份失败", "Backup failed")),
          Map.entry("rpo-exceeded", new BilingualText("超过恢复点目标", "RPO exceeded")),
          Map.entry("log-gap", new BilingualText("日志归档缺口", "Gap in the archived log")),
          Map.entry(
              "replication-missing",
              new BilingualText("缺少异地实时备份", "No copy elsewhere in real time")),
          Map.entry("replication-lag", new BilingualText("异地复制延迟", "Copy elsewhere behind")),
          Map.entry("verify-overdue", new BilingualText("备份校验逾期", "Verification overdue")),
          Map.entry("content-damaged", new BilingualText("备份数据损坏", "Backup damaged")),
          Map.entry("drill-overdue", new BilingualText("恢复演练逾期", "Restore drill overdue")),
          Map.entry("drill-failed", new BilingualText("恢复演练未通过", "Restore drill failed")),
          Map.entry("rto-exceeded", new BilingualText("超过恢复时间目标", "RTO exceeded")),
          Map.entry("too-few-copies", new BilingualText("备份副本不足", "Too few copies")),
          Map.entry("no-immutable-copy", new BilingualText("缺少不可变副本", "No immutable copy")),
          Map.entry(Trouble.TARGET_AWAY, new BilingualText("备份目标无法访问", "Backup target away")),
          Map.entry(
              Trouble.UNUSABLE, new BilingualText("备份配置不可用", "Backup configuration unusable")));

  private static Draft draft(String fingerprint, Trouble trouble, Instant now) {
    RuleReference rule = rule(trouble.code());
    Map<String, String> group = group(trouble.system(), trouble.source());
    BilingualText text =
        new BilingualText(
            ColumnText.fit(subject(trouble, "备份 ") + "：" + trouble.text().zh(), MOST_WORDS),
            ColumnText.fit(subject(trouble, "") + ": " + trouble.text().en(), MOST_WORDS));
    Detection detection =
        new Detection(
            Digests.detectionId(rule, group, List.of(now.toString())),
            now,
            rule,
            trouble.severity(),
            group,
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
                        rule.name(),
                        "health",
                        "backup.problem",
                        "eq",
                        "none",
                        trouble.code(),
                        true)),
                null));
    AlertDraft draft = new AlertDraft(fingerprint, detection, decision(trouble, rule));
    return new Draft(draft, Json.mapper().writeValueAsString(draft));
  }

  private static String subject(Trouble trouble, String before) {
    return trouble.code().equals(Trouble.UNUSABLE)
        ? before + "backup.yml"
        : before + trouble.system() + '/' + trouble.source();
  }

  private static Decision decision(Trouble trouble, RuleReference rule) {
    return new Decision(
        true,
        trouble.severity(),
        "设备设施故障事件",
        "security",
        rule.name(),
        "",
        "",
        List.of(
            new Decision.Reason(
                rule.name(),
                new BilingualText(
                    "备份须按所属级别的要求完成、校验并经恢复演练证明",
                    "Backups are made, verified and proven by drills as their tier asks"),
                Map.of())));
  }
}
