package io.zhidun.service.filingcase;

import io.zhidun.service.access.Role;
import io.zhidun.service.filingcase.FilingComparison.Compared;
import io.zhidun.service.store.Durability;
import io.zhidun.service.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Filings that cases rest on. Persons are shown to reviewers who ask for them, and that is logged.
 */
@RestController
@RequestMapping("/api/v1/filings")
class FilingEndpoint {
  private final FilingView view;
  private final FilingComparison comparison;
  private final AccessLog access;
  private final Durability durability;

  FilingEndpoint(
      FilingView view, FilingComparison comparison, AccessLog access, Durability durability) {
    this.view = view;
    this.comparison = comparison;
    this.access = access;
    this.durability = durability;
  }

  @GetMapping("/{applicationNumber}")
  ObjectNode one(
      @PathVariable String applicationNumber,
      @RequestParam(defaultValue = "false") boolean reveal,
      @RequestParam(required = false) @Nullable Long caseId,
      Authentication who) {
    number("applicationNumber", applicationNumber);
    if (!reveal) {
      return view.of(applicationNumber, false);
    }
    if (!CaseEndpoint.holds(who, Role.REVIEWER)) {
      throw Problems.of(
          HttpStatus.FORBIDDEN, "forbidden", "only reviewers see personal data unmasked");
    }
    ObjectNode filing = view.of(applicationNumber, true);
    // Before the answer: nobody sees what is not in the log.
    access.add(who.getName(), caseId, applicationNumber, "filing");
    durability.settle();
    return filing;
  }

  @GetMapping("/compare")
  Compared compare(
      @RequestParam(defaultValue = "") String a, @RequestParam(defaultValue = "") String b) {
    return comparison.of(number("a", a), number("b", b));
  }

  private static String number(String name, String text) {
    if (!text.matches("[^\\p{Cntrl}]{1,64}")) {
      throw Problems.invalid(name, text, "must be an application number");
    }
    return text;
  }
}
