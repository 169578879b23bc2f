package io.zhidun.service.filingcase;

import io.zhidun.events.BilingualText;
import io.zhidun.service.alert.AlertFinder.Hit;
import io.zhidun.service.filingcase.Incoming.AChange;
import io.zhidun.service.filingcase.Incoming.AnAction;
import io.zhidun.service.store.Micros;
import io.zhidun.service.web.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happened around a case, in order: filings, what became of them, what their accounts and
 * devices did around them, indications, moves, alerts.
 */
@Component
class CaseTimeline {
  static final int MOST = 1_000;
  private static final int FILINGS = 300;
  private static final int ACTIONS = 500;
  private static final int ALERTS = 50;

  /**
   * Actions count from so long before the first filing, when accounts are made, to so long after.
   */
  private static final Duration AROUND = Duration.ofDays(30);

  private final CaseRepository cases;
  private final FilingRepository filings;
  private final IndicationRepository indications;
  private final CaseAlerts alerts;
  private final TransactionOperations transaction;

  CaseTimeline(
      CaseRepository cases,
      FilingRepository filings,
      IndicationRepository indications,
      CaseAlerts alerts,
      TransactionOperations transaction) {
    this.cases = cases;
    this.filings = filings;
    this.indications = indications;
    this.alerts = alerts;
    this.transaction = transaction;
  }

  /** At most {@link #MOST}, newest last; where there are more, the oldest are left out. */
  List<Item> of(long id) {
    return transaction.execute(status -> read(id));
  }

  private List<Item> read(long id) {
    FilingCase one =
        cases.find(id).orElseThrow(() -> Problems.notFound("no filing case has the id " + id));
    List<FilingRow> rows = filings.ofCase(id, FILINGS);
    List<Item> items = new ArrayList<>();
    rows.forEach(row -> items.add(Item.of(row)));
    filings
        .changes(rows.stream().map(FilingRow::applicationNumber).toList())
        .forEach(change -> items.add(Item.of(change)));
    actions(one, rows).forEach(action -> items.add(Item.of(action)));
    indications.texts(id).forEach(text -> items.add(Item.of(Wire.object(text))));
    cases.trail(id, MOST).forEach(entry -> items.add(Item.of(entry)));
    alerts.of(one, ALERTS).forEach(hit -> items.add(Item.of(hit)));
    items.sort(Comparator.comparing(Item::at));
    return items.size() <= MOST ? items : items.subList(items.size() - MOST, items.size());
  }

  private List<AnAction> actions(FilingCase one, List<FilingRow> rows) {
    Map<FilingColumn, Set<String>> keys = CaseAlerts.keys(rows);
    Set<String> accounts =
        keys.computeIfAbsent(FilingColumn.ACCOUNT, column -> new LinkedHashSet<>());
    if (one.subject.type().equals("account")) {
      accounts.add(one.subject.key());
    }
    List<Long> times = rows.stream().map(FilingRow::submittedAt).toList();
    long first = times.isEmpty() ? one.openedAt : Collections.min(times);
    long last = times.isEmpty() ? one.openedAt : Collections.max(times);
    long around = Micros.of(AROUND);
    return filings.actions(
        accounts,
        keys.getOrDefault(FilingColumn.DEVICE, Set.of()),
        first - around,
        last + around,
        ACTIONS);
  }

  /**
   * One thing that happened.
   *
   * @param type {@code filing}, {@code change}, {@code action}, {@code indication}, {@code move} or
   *     {@code alert}
   */
  record Item(
      Instant at,
      String type,
      BilingualText title,
      @Nullable String filing,
      @Nullable String account) {

    static Item of(FilingRow row) {
      String who = row.shownApplicant();
      return new Item(
          Micros.instant(row.submittedAt()),
          "filing",
          new BilingualText(
              who + " 提交申请：" + row.title(), who + " filed an application: " + row.title()),
          row.applicationNumber(),
          row.account());
    }

    static Item of(AChange change) {
      return new Item(
          Micros.instant(change.time()),
          "change",
          TimelineWords.change(change.kind()),
          change.applicationNumber(),
          null);
    }

    static Item of(AnAction action) {
      return new Item(
          Micros.instant(action.time()),
          "action",
          TimelineWords.action(action),
          action.applicationNumber(),
          action.account());
    }

    /** The sentence that explains an indication, persons masked. */
    static Item of(ObjectNode indication) {
      ObjectNode shown = IndicationMask.apply(indication);
      String kind = shown.path("kind").asString("");
      return new Item(
          Micros.instant(Wire.time(shown, "last")),
          "indication",
          new BilingualText(
              "线索 " + kind + "：" + shown.path("explanation").path("zh").asString(""),
              "Indication " + kind + ": " + shown.path("explanation").path("en").asString("")),
          null,
          null);
    }

    static Item of(CaseTrail entry) {
      return new Item(
          Micros.instant(entry.at()), "move", TimelineWords.trail(entry), null, entry.actor());
    }

    static Item of(Hit hit) {
      return new Item(
          hit.lastSeen(),
          "alert",
          new BilingualText(
              "安全告警：%s（%s %s）".formatted(hit.ruleTitle().zh(), hit.by().field(), hit.by().value()),
              "Security alert: %s (%s %s)"
                  .formatted(hit.ruleTitle().en(), hit.by().field(), hit.by().value())),
          null,
          null);
    }
  }
}
