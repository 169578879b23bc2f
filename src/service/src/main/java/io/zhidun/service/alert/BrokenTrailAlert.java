package io.zhidun.service.alert;

import io.zhidun.events.AlertDraft;
import io.zhidun.events.BilingualText;
import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.Digests;
import io.zhidun.events.Explanation;
import io.zhidun.events.Json;
import io.zhidun.events.RuleReference;
import io.zhidun.events.Severity;
import io.zhidun.service.audit.AuditTrailRead;
import io.zhidun.service.audit.AuditTrailRead.Fault;
import io.zhidun.service.store.Micros;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Raises an alert where the audit trail is not as it was written, and resolves it where it is. */
@Component
class BrokenTrailAlert {
  /** Which rule such alerts are of; it is no rule that anybody could switch off. */
  static final RuleReference RULE =
      new RuleReference(
          "0c9a4e0e-52f1-4d0c-8a53-6f1d8f6a7b21",
          "audit-trail-broken",
          "1",
          new BilingualText("审计记录链被破坏", "Audit trail broken"));

  /** Longer than the pause between two readings; a reading that finds all right ends it at once. */
  private static final Duration RECOVERY = Duration.ofHours(24);

  private final AlertBook book;

  BrokenTrailAlert(AlertBook book) {
    this.book = book;
  }

  @EventListener
  void on(AuditTrailRead read) {
    Fault fault = read.fault();
    Map<String, String> group = Map.of("audit.trail", read.trail());
    if (fault == null) {
      book.resolve(Digests.fingerprint(RULE.id(), group));
    } else {
      book.accept(List.of(draft(read, fault, group)));
    }
  }

  private static Draft draft(AuditTrailRead read, Fault fault, Map<String, String> group) {
    Detection detection =
        new Detection(
            Digests.detectionId(RULE, group, List.of(read.at().toString())),
            read.at(),
            RULE,
            Severity.CRITICAL,
            group,
            1,
            List.of(),
            List.of(),
            RECOVERY,
            Micros.of(read.at()),
            false,
            explanation(fault));
    AlertDraft draft = new AlertDraft(Digests.fingerprint(RULE.id(), group), detection, decision());
    return new Draft(draft, Json.mapper().writeValueAsString(draft));
  }

  private static Explanation explanation(Fault fault) {
    return new Explanation(
        new BilingualText(
            "审计记录 %d 与写入时不一致（%s）：其后的记录在查明之前不可作为证据".formatted(fault.sequence(), fault.kind()),
            "record %d of the audit trail is not as it was written (%s: %s); what follows is no evidence until it is known why"
                .formatted(fault.sequence(), fault.kind(), fault.reason())),
        List.of(
            new Explanation.Condition(
                RULE.name(),
                "chain",
                "audit.intact",
                "eq",
                "true",
                "record " + fault.sequence(),
                true)),
        null);
  }

  private static Decision decision() {
    return new Decision(
        true,
        Severity.CRITICAL,
        "数据攻击事件",
        "security",
        RULE.name(),
        "",
        "",
        List.of(
            new Decision.Reason(
                RULE.name(),
                new BilingualText(
                    "审计记录不可更改；与链、签名或检索列不符即视为篡改",
                    "The audit trail cannot be changed; whatever disagrees with chain, seals or search columns counts as tampering"),
                Map.of())));
  }
}
