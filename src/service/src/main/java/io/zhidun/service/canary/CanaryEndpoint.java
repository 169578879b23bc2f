package io.zhidun.service.canary;

import io.zhidun.service.canary.CanaryRules.Entry;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Problems;
import java.util.List;
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

  CanaryEndpoint(CanaryFlights flights, CanaryProperties properties) {
    this.flights = flights;
    this.properties = properties;
  }

  @GetMapping("/api/v1/canaries")
  Page<CanaryRow> list() {
    List<CanaryRow> rows = flights.rows();
    return new Page<>(rows, null, rows.size());
  }

  /** Sends a rule's canary now; the answer says that it was sent, not yet whether it fires. */
  @PostMapping("/api/v1/canaries/{ruleId}/run")
  CanaryRow run(@PathVariable String ruleId) {
    Entry entry =
        flights
            .find(ruleId)
            .orElseThrow(() -> Problems.notFound("no rule in force has the id " + ruleId));
    if (!properties.enabled()) {
      throw Problems.of(
          HttpStatus.CONFLICT, "canaries-off", "canaries are switched off in this installation");
    }
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
