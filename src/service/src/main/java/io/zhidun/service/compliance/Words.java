package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.record.Result;
import io.zhidun.service.store.ColumnText;
import io.zhidun.service.web.Fault;
import io.zhidun.service.web.Problems;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what people write, and tells everything that is wrong with it at once. */
final class Words {
  static final int LONGEST_REASON = 2_000;

  private final List<Fault> faults = new ArrayList<>();

  void fault(String name, @Nullable String value, String rule) {
    faults.add(Fault.of(name, value == null ? "" : value, rule));
  }

  String text(String name, @Nullable String value, int least, int most) {
    String text = value == null ? "" : value.strip();
    if (text.length() < least || text.length() > most) {
      fault(name, text, "must have " + least + " to " + most + " characters");
      return "";
    }
    return ColumnText.fit(text, most);
  }

  /** A day after {@code after} and at most {@code most} days behind it. */
  LocalDate day(String name, @Nullable String value, LocalDate after, int most) {
    try {
      LocalDate day = LocalDate.parse(value == null ? "" : value.strip());
      if (day.isAfter(after) && !day.isAfter(after.plusDays(most))) {
        return day;
      }
    } catch (DateTimeException e) {
      // The fault below says it.
    }
    fault(name, value, "must be a day after " + after + " and at most " + most + " days later");
    return after;
  }

  LocalDate pastDay(String name, @Nullable String value, LocalDate today) {
    try {
      LocalDate day = LocalDate.parse(value == null ? "" : value.strip());
      if (!day.isAfter(today) && day.getYear() >= 1990) {
        return day;
      }
    } catch (DateTimeException e) {
      // The fault below says it.
    }
    fault(name, value, "must be a day such as 2026-02-01, not after today");
    return today;
  }

  Result verdict(String name, @Nullable String value) {
    try {
      Result result = Results.of(value == null ? "" : value);
      if (Results.isVerdict(result)) {
        return result;
      }
    } catch (IllegalArgumentException e) {
      // The fault below says it.
    }
    fault(name, value, "must be met, partly-met or not-met");
    return Result.NOT_MET;
  }

  void check() {
    if (!faults.isEmpty()) {
      throw Problems.invalid(faults);
    }
  }
}
