package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.rules.compliance.record.Texts;
import io.zhidun.service.asset.Inventory;
import io.zhidun.service.asset.InventorySystem;
import io.zhidun.service.compliance.Request.Kind;
import io.zhidun.service.compliance.Request.State;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

/** What is due: filing, yearly assessment, log retention, plans, waivers, documents. */
@Service
class Calendar {
  private static final Texts FILING =
      new Texts(
          "备案证明有效期三年，最后三个月内申请延期",
          "a filing is valid for three years, extended in its last three months");
  private static final Texts YEARLY =
      new Texts("第三级及以上每年一次等级测评", "from level 3 on an assessment is due each year");
  private static final Texts RETENTION =
      new Texts(
          "网络安全法：网络日志留存不少于六个月", "Cybersecurity Law: network logs are kept at least six months");
  private static final Texts PLANNED = new Texts("整改计划", "plan of rectification");
  private static final Texts DECIDED = new Texts("审批时确定", "set when it was approved");
  private static final Texts DOCUMENT = new Texts("文件有效期", "validity of the document");
  private static final int RETENTION_DAYS = 184;

  private final Inventory inventory;
  private final DecisionRepository decisions;
  private final EvidenceStore evidence;
  private final CalendarProperties terms;
  private final Clock clock;

  Calendar(
      Inventory inventory,
      DecisionRepository decisions,
      EvidenceStore evidence,
      CalendarProperties terms,
      Clock clock) {
    this.inventory = inventory;
    this.decisions = decisions;
    this.evidence = evidence;
    this.terms = terms;
    this.clock = clock;
  }

  /** Of one system, overdue first, then by day. */
  List<Duty> of(InventorySystem system) {
    LocalDate today = Days.of(clock.instant());
    List<Duty> duties = new ArrayList<>();
    LocalDate filing = system.filingValidUntil();
    if (filing != null) {
      duties.add(
          duty(
              system,
              "filing-validity",
              new Texts("备案证明到期 " + system.filingNumber(), "filing ends " + system.filingNumber()),
              filing,
              terms.filingWarnDays(),
              FILING,
              today));
    }
    LocalDate assessed = system.lastAssessedOn();
    int days = system.level() >= 3 ? terms.assessmentDays() : terms.assessmentDaysLevel2();
    LocalDate due = assessed == null ? today.minusDays(1) : assessed.plusDays(days);
    duties.add(
        duty(
            system,
            "yearly-assessment",
            assessed == null
                ? new Texts("尚无等级测评记录", "no assessment is on record")
                : new Texts("等级测评", "assessment by an assessment body"),
            due,
            terms.assessmentWarnDays(),
            YEARLY,
            today));
    retention(system, today, duties);
    requests(system, today, duties);
    for (PlanStep step : decisions.steps(system.id())) {
      if (!step.state().equals(PlanStep.VERIFIED)) {
        duties.add(
            duty(
                system,
                "rectification",
                new Texts("整改 " + step.item(), "rectify " + step.item()),
                step.due(),
                terms.otherWarnDays(),
                PLANNED,
                today));
      }
    }
    for (Attestation one : decisions.attestations(system.id())) {
      if (one.withdrawn() == null) {
        duties.add(
            duty(
                system,
                "attestation",
                new Texts("举证文件 " + one.title(), "document " + one.title()),
                Days.of(one.expiresAt()),
                terms.otherWarnDays(),
                DOCUMENT,
                today));
      }
    }
    duties.sort(
        Comparator.comparing((Duty one) -> !one.state().equals("overdue"))
            .thenComparing(Duty::due));
    return duties;
  }

  List<Duty> all() {
    List<Duty> all = new ArrayList<>();
    inventory.systems().forEach(system -> all.addAll(of(system)));
    all.sort(
        Comparator.comparing((Duty one) -> !one.state().equals("overdue"))
            .thenComparing(Duty::due));
    return all;
  }

  /** The day on which the oldest record will have been kept long enough; due from the first on. */
  private void retention(InventorySystem system, LocalDate today, List<Duty> duties) {
    Evidence look = evidence.latest(system.id(), "central-audit").get(system.id());
    if (look != null && look.values().get("oldest_record_days") instanceof Number days) {
      long missing = (long) Math.ceil(RETENTION_DAYS - days.doubleValue());
      if (missing > 0) {
        duties.add(
            duty(
                system,
                "log-retention",
                new Texts("日志留存还差 " + missing + " 天", "log retention lacks " + missing + " days"),
                today.plusDays(missing),
                RETENTION_DAYS,
                RETENTION,
                today));
      }
    }
  }

  private void requests(InventorySystem system, LocalDate today, List<Duty> duties) {
    for (Request one : decisions.requests(Kind.WAIVER, system.id())) {
      LocalDate until = one.expiresOn();
      if (one.state() == State.APPROVED && until != null) {
        duties.add(
            duty(
                system,
                "waiver",
                new Texts("例外到期 " + one.item(), "waiver ends " + one.item()),
                until,
                terms.otherWarnDays(),
                DECIDED,
                today));
      }
    }
    for (Request one : decisions.requests(Kind.EXEMPTION, system.id())) {
      if (one.state() == State.PROPOSED) {
        duties.add(
            duty(
                system,
                "exemption-open",
                new Texts("待审批：不适用 " + one.item(), "to be decided: not applicable " + one.item()),
                Days.of(one.at()).plusDays(terms.otherWarnDays()),
                terms.otherWarnDays(),
                DECIDED,
                today));
      }
    }
  }

  private static Duty duty(
      InventorySystem system,
      String kind,
      Texts title,
      LocalDate due,
      int warnDays,
      Texts basis,
      LocalDate today) {
    return Duty.of(system.id(), kind, title, due, warnDays, basis, today);
  }
}
