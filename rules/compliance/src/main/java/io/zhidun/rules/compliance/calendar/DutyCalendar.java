package io.zhidun.rules.compliance.calendar;

import io.zhidun.rules.compliance.judge.Limits;
import io.zhidun.rules.compliance.judge.Tier;
import io.zhidun.rules.compliance.knowledge.Knowledge;
import io.zhidun.rules.compliance.knowledge.Node;
import io.zhidun.rules.compliance.record.Asset;
import io.zhidun.rules.compliance.record.AssetKind;
import io.zhidun.rules.compliance.record.ProtectedSystem;
import io.zhidun.rules.compliance.record.Texts;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells what is due when. Pure: the same facts and day give the same duties. */
public final class DutyCalendar {
  private final Node data;
  private final Limits limits;

  private DutyCalendar(Node data, Limits limits) {
    this.data = data;
    this.limits = limits;
  }

  public static DutyCalendar shipped() {
    return new DutyCalendar(Knowledge.yaml("duties.yml"), Limits.shipped());
  }

  /**
   * A site's own periods, in the form of duties.yml.
   *
   * @param limits that say how often drills are due
   */
  public static DutyCalendar of(String name, String yaml, Limits limits) {
    return new DutyCalendar(Knowledge.yaml(name, yaml), limits);
  }

  /** The duties of the system as they stand on a day. */
  public List<Duty> on(LocalDate today, ProtectedSystem system, DutyFacts facts) {
    List<Duty> duties = new ArrayList<>();
    duties.add(logs(today, system, facts));
    duties.add(assessment(today, system, facts));
    duties.add(filing(today, system, facts));
    Node crypto = data.at("cryptography");
    if (system.level() >= crypto.at("from-level").number()) {
      duties.add(
          repeated(
              "cryptography",
              system.id(),
              new Texts("密码应用安全性评估", "assessment of cryptography"),
              crypto,
              period(crypto, "every"),
              facts.cryptoAssessment(),
              today));
    }
    Node plan = data.at("plan-drill");
    duties.add(
        repeated(
            "plan-drill",
            system.id(),
            new Texts("应急预案演练", "drill of the emergency plan"),
            plan,
            period(plan, "every"),
            facts.planDrill(),
            today));
    system.assets().stream()
        .filter(asset -> asset.kind() == AssetKind.DATABASE || asset.kind() == AssetKind.DATA)
        .forEach(asset -> duties.add(drill(today, asset, facts)));
    return duties;
  }

  private Duty logs(LocalDate today, ProtectedSystem system, DutyFacts facts) {
    Node node = data.at("logs");
    long days = (long) node.at("days").number();
    LocalDate oldest = facts.oldestLog();
    if (oldest == null) {
      return duty(
          "log-retention",
          system.id(),
          Duty.State.UNKNOWN,
          null,
          null,
          "没有日志留存的记录",
          "nothing is known of the retention of logs",
          node);
    }
    long kept = ChronoUnit.DAYS.between(oldest, today);
    LocalDate enough = oldest.plusDays(days);
    if (kept >= days) {
      return duty(
          "log-retention",
          system.id(),
          Duty.State.IN_TIME,
          null,
          enough,
          "日志已存 " + kept + " 天，要求不少于 " + days + " 天",
          "logs go back " + kept + " days, at least " + days + " are asked",
          node);
    }
    LocalDate since = facts.loggingSince();
    boolean young = since != null && !oldest.isAfter(since);
    return duty(
        "log-retention",
        system.id(),
        young ? Duty.State.SOON : Duty.State.OVERDUE,
        oldest,
        enough,
        young
            ? "开始留存日志才 " + kept + " 天，" + enough + " 满 " + days + " 天"
            : "日志只存 " + kept + " 天，更早的已不在，要求不少于 " + days + " 天",
        young
            ? "logs are kept for " + kept + " days only, " + days + " are reached on " + enough
            : "logs go back "
                + kept
                + " days only, earlier ones are gone; at least "
                + days
                + " are asked",
        node);
  }

  private Duty assessment(LocalDate today, ProtectedSystem system, DutyFacts facts) {
    Node node = data.at("assessment");
    Node every =
        Objects.requireNonNull(node.at("every").members().get(String.valueOf(system.level())));
    List<LocalDate> made = upTo(today, facts);
    LocalDate last = made.isEmpty() ? null : made.get(made.size() - 1);
    return repeated(
        "assessment",
        system.id(),
        new Texts("等级测评", "level assessment"),
        node,
        Period.parse(every.text()),
        last,
        today);
  }

  private static List<LocalDate> upTo(LocalDate today, DutyFacts facts) {
    return facts.assessments().stream().filter(day -> !day.isAfter(today)).toList();
  }

  private Duty filing(LocalDate today, ProtectedSystem system, DutyFacts facts) {
    Node node = data.at("filing");
    LocalDate until = validUntil(today, system, facts);
    if (until == null) {
      return duty(
          "filing",
          system.id(),
          Duty.State.UNKNOWN,
          null,
          null,
          "没有备案有效期的记录",
          "nothing is known of the filing's validity",
          node);
    }
    LocalDate ask = until.minus(period(node, "ask"));
    Duty.State state = state(today, ask, until);
    return duty(
        "filing",
        system.id(),
        state,
        ask,
        until,
        switch (state) {
          case IN_TIME -> "备案有效期至 " + until;
          case SOON -> "备案 " + until + " 到期，现在应申请延期";
          case OVERDUE, UNKNOWN -> "备案已于 " + until + " 到期";
        },
        switch (state) {
          case IN_TIME -> "the filing is valid until " + until;
          case SOON -> "the filing ends on " + until + ", ask for its extension now";
          case OVERDUE, UNKNOWN -> "the filing ended on " + until;
        },
        node);
  }

  /** Last day of the filing's validity, with the extensions that completed assessments gave. */
  @Nullable LocalDate validUntil(LocalDate today, ProtectedSystem system, DutyFacts facts) {
    LocalDate stated = system.filingValidUntil();
    if (stated != null) {
      return stated;
    }
    LocalDate filed = facts.filedOn();
    if (filed == null) {
      return null;
    }
    Node node = data.at("filing");
    LocalDate earliest = LocalDate.parse(node.at("not-before").text());
    LocalDate until = (filed.isBefore(earliest) ? earliest : filed).plus(period(node, "valid"));
    Period within = period(node, "extends-when-completed-within");
    for (LocalDate made : upTo(today, facts)) {
      if (made.isAfter(until.minus(within)) && !made.isAfter(until)) {
        until = until.plus(period(node, "extension"));
      }
    }
    return until;
  }

  private Duty drill(LocalDate today, Asset asset, DutyFacts facts) {
    int days = (int) limits.number("drill-days", Tier.of(asset));
    return repeated(
        "restore-drill",
        asset.id(),
        new Texts(asset.name() + " 恢复演练", "restore drill of " + asset.name()),
        data.at("restore-drill"),
        Period.ofDays(days),
        facts.restoreDrills().get(asset.id()),
        today);
  }

  private static Duty repeated(
      String code,
      String object,
      Texts what,
      Node node,
      Period every,
      @Nullable LocalDate last,
      LocalDate today) {
    if (last == null) {
      return duty(
          code,
          object,
          Duty.State.UNKNOWN,
          null,
          null,
          what.zh() + "：没有做过的记录",
          what.en() + ": no record of one",
          node);
    }
    LocalDate due = last.plus(every);
    LocalDate warn = due.minus(period(node, "warn"));
    Duty.State state = state(today, warn, due);
    return duty(
        code,
        object,
        state,
        warn,
        due,
        what.zh()
            + "：上次 "
            + last
            + "，"
            + (state == Duty.State.OVERDUE ? "已于 " + due + " 逾期" : "下次不晚于 " + due),
        what.en()
            + ": last on "
            + last
            + (state == Duty.State.OVERDUE ? ", overdue since " + due : ", next by " + due),
        node);
  }

  private static Duty.State state(LocalDate today, LocalDate warn, LocalDate due) {
    if (today.isAfter(due)) {
      return Duty.State.OVERDUE;
    }
    return today.isBefore(warn) ? Duty.State.IN_TIME : Duty.State.SOON;
  }

  private static Period period(Node node, String name) {
    return Period.parse(node.at(name).text());
  }

  private static Duty duty(
      String code,
      String object,
      Duty.State state,
      @Nullable LocalDate warn,
      @Nullable LocalDate due,
      String zh,
      String en,
      Node node) {
    return new Duty(
        code, object, state, warn, due, new Texts(zh, en), node.at("basis").bilingual());
  }
}
