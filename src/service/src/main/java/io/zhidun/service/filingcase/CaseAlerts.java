package io.zhidun.service.filingcase;

import io.zhidun.service.alert.AlertCompanion;
import io.zhidun.service.alert.AlertFinder;
import io.zhidun.service.alert.AlertFinder.Hit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Joins cases and security alerts by account, device and address, in both directions. It names what
 * they have in common and concludes nothing from it.
 */
@Component
class CaseAlerts implements AlertCompanion {
  private static final int FILINGS = 500;
  private static final int CASES = 20;

  private final FilingRepository filings;
  private final CaseRepository cases;
  private final AlertFinder alerts;

  CaseAlerts(FilingRepository filings, CaseRepository cases, AlertFinder alerts) {
    this.filings = filings;
    this.cases = cases;
    this.alerts = alerts;
  }

  /** Alerts about what the filings of a case came from, latest first. */
  List<Hit> of(FilingCase one, int limit) {
    Map<String, Set<String>> wanted = new LinkedHashMap<>();
    Map<FilingColumn, Set<String>> keys = keys(filings.ofCase(one.id, FILINGS));
    if (one.subject.type().equals("account")) {
      keys.computeIfAbsent(FilingColumn.ACCOUNT, column -> new LinkedHashSet<>())
          .add(one.subject.key());
    }
    keys.forEach((column, values) -> column.fields().forEach(field -> wanted.put(field, values)));
    return alerts.find(wanted, limit);
  }

  /** Accounts, devices and addresses of filings. */
  static Map<FilingColumn, Set<String>> keys(Collection<FilingRow> rows) {
    Map<FilingColumn, Set<String>> keys = new EnumMap<>(FilingColumn.class);
    for (FilingColumn column : FilingColumn.values()) {
      keys.put(column, new LinkedHashSet<>());
    }
    for (FilingRow row : rows) {
      keys.forEach(
          (column, values) -> {
            String value = column.of(row);
            if (value != null) {
              values.add(value);
            }
          });
    }
    return keys;
  }

  @Override
  public String name() {
    return "filingCases";
  }

  @Override
  public List<?> of(Map<String, Set<String>> fields) {
    Map<FilingColumn, Collection<String>> wanted = new EnumMap<>(FilingColumn.class);
    for (FilingColumn column : FilingColumn.values()) {
      Set<String> values = new LinkedHashSet<>();
      column.fields().forEach(field -> values.addAll(fields.getOrDefault(field, Set.of())));
      wanted.put(column, values);
    }
    Map<Long, FilingCase> found = new LinkedHashMap<>();
    cases
        .aboutAccounts(wanted.getOrDefault(FilingColumn.ACCOUNT, List.of()), CASES)
        .forEach(one -> found.put(one.id, one));
    cases.joined(wanted, CASES).forEach(one -> found.put(one.id, one));
    return found.values().stream().limit(CASES).map(Reference::of).toList();
  }

  /** A case as an alert's page names it. */
  record Reference(
      long id, String number, CaseState state, @Nullable Tier tier, SubjectRef subject) {
    static Reference of(FilingCase one) {
      return new Reference(one.id, one.number, one.state, one.tier, one.subject.shown());
    }
  }
}
