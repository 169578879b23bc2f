package io.zhidun.service.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days of the office, in which deadlines are told. */
final class Days {
  static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

  private Days() {}

  static LocalDate of(Instant time) {
    return LocalDate.ofInstant(time, OFFICE);
  }

  /** The first instant behind a day. */
  static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(OFFICE).toInstant();
  }
}
