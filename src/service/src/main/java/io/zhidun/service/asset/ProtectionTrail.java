package io.zhidun.service.asset;

import io.zhidun.service.audit.AuditActor;
import io.zhidun.service.audit.AuditEntry;
import io.zhidun.service.audit.AuditOutcome;
import io.zhidun.service.audit.AuditTrail;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The one door of inventory and compliance to the audit trail. Called last in a transaction: the
 * change and its entry are committed together.
 */
@Component
public class ProtectionTrail {
  private final AuditTrail trail;

  public ProtectionTrail(AuditTrail trail) {
    this.trail = trail;
  }

  /**
   * @param act such as asset.changed or compliance.evidence-viewed
   * @param target id of what it was done to
   */
  public void add(String account, String act, String target, Map<String, Object> details) {
    record(AuditActor.of(account), act, target, details);
  }

  /** What the platform found or did by itself. */
  public void addOwn(String act, String target, Map<String, Object> details) {
    record(AuditActor.platform(), act, target, details);
  }

  private void record(AuditActor actor, String act, String target, Map<String, Object> details) {
    Map<String, String> texts = new LinkedHashMap<>();
    details.forEach((name, value) -> texts.put(name, String.valueOf(value)));
    trail.record(
        new AuditEntry(
            actor, act, act.substring(0, act.indexOf('.')), target, AuditOutcome.SUCCESS, texts));
  }
}
