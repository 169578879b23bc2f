package io.zhidun.service.canary;

import io.zhidun.service.audit.AuditEntry;
import io.zhidun.service.audit.AuditTrail;
import io.zhidun.service.canary.CanaryRules.Entry;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Problems;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the rules in force stand with their canaries, and one more try. */
@RestController
class CanaryEndpoint {
  private final CanaryFlights flights;
  private final CanaryProperties properties;
  private final AuditTrail audit;

  CanaryEndpoint(CanaryFlights flights, CanaryProperties properties, AuditTrail audit) {
    this.flights = flights;
    this.properties = properties;
    this.audit = audit;
  }

  @GetMapping("/api/v1/canaries")
  Page<CanaryRow> list() {
    List<CanaryRow> rows = flights.rows();
    return new Page<>(rows, null, rows.size());
  }

  /** Sends a rule's canary now; the answer says that it was sent, not yet whether it fires. */
  @PostMapping("/api/v1/canaries/{ruleId}/run")
  CanaryRow run(@PathVariable String ruleId, Principal who) {
    Entry entry =
        flights
            .find(ruleId)
            .orElseThrow(() -> Problems.notFound("no rule in force has the id " + ruleId));
    if (!properties.enabled()) {
      throw Problems.of(
          HttpStatus.CONFLICT, "canaries-off", "canaries are switched off in this installation");
    }
    audit.record(AuditEntry.by(who.getName(), "canary.run", "rule", ruleId, Map.of()));
    try {
      if (!flights.send(entry)) {
        throw Problems.of(
            HttpStatus.CONFLICT,
            "canary-none",
            entry.rule().name() + " has no case that can be sent as its canary");
      }
    } catch (KafkaException e) {
      throw Problems.of(
          HttpStatus.SERVICE_UNAVAILABLE,
          "broker-away",
          "the broker did not take the canary; it is sent as soon as it does");
    }
    return flights.rows().stream()
        .filter(row -> row.id().equals(ruleId))
        .findFirst()
        .orElseThrow(() -> Problems.notFound("no rule in force has the id " + ruleId));
  }
}
