package io.zhidun.rules.filings.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.filings.record.Telemetry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkBookTest {

  private static final Instant START = Instant.parse("2026-01-05T02:00:00Z");

  private final Bigrams bigrams = new Bigrams();

  @Test
  void chainsAnApplicantsMarksNewestFirst() {
    MarkBook book = new MarkBook();
    add(book, "1", "甲", 0);
    add(book, "2", "乙", 0);
    add(book, "3", "甲", 1);
    int owner = book.applicant("code-甲");
    int newest = book.applicants().newest(owner);
    assertThat(book.application(newest)).isEqualTo("3");
    assertThat(book.application(book.previous(newest))).isEqualTo("1");
    assertThat(book.previous(book.previous(newest))).isEqualTo(MarkBook.NONE);
    assertThat(book.applicants().live(owner)).isEqualTo(2);
    assertThat(book.applicants().onLastDay(owner)).isEqualTo(1);
  }

  @Test
  void takesAnApplicationOnce() {
    MarkBook book = new MarkBook();
    add(book, "1", "甲", 0);
    add(book, "1", "甲", 0);
    assertThat(book.added()).isEqualTo(MarkBook.NONE);
    assertThat(book.size()).isEqualTo(1);
  }

  @Test
  void forgetsMarksAndApplicantsByEventTime() {
    MarkBook book = new MarkBook();
    for (int i = 0; i < 200_000; i++) {
      add(book, String.valueOf(i), "户" + i % 1_000, i / 100);
    }
    assertThat(book.size()).isEqualTo(1_096 * 100 + 100);
    assertThat(book.find("1")).isEqualTo(MarkBook.NONE);
    assertThat(book.find("199999")).isNotEqualTo(MarkBook.NONE);
    add(book, "x", "新", 10_000);
    assertThat(book.size()).isEqualTo(1);
    assertThat(book.applicants().size()).isEqualTo(1);
    assertThat(book.applicants().sizes().total()).isEqualTo(1);
  }

  @Test
  void dropsTheOldestWhenFullAndCountsIt() {
    MarkBook book = new MarkBook(10);
    for (int i = 0; i < 15; i++) {
      add(book, String.valueOf(i), "户" + i, 0);
    }
    assertThat(book.size()).isEqualTo(10);
    assertThat(book.crowdedOut()).isEqualTo(5);
    assertThat(book.applicant("code-户0")).isEqualTo(MarkBook.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"71234567", "00012", "71234567A", "TM-2026-001", "G1234567"})
  void givesBackTheUsualNumbers(String number) {
    assertThat(PackedNumber.text(PackedNumber.of(number))).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a long number that nobody uses", "１２３"})
  void keepsAHashOfOthers(String number) {
    assertThat(PackedNumber.of(number)).isNotZero();
    assertThat(PackedNumber.text(PackedNumber.of(number))).isNull();
  }

  @Test
  void knowsQuantilesOfSizes() {
    Sizes sizes = new Sizes();
    for (int i = 1; i <= 10_000; i++) {
      sizes.move(0, i);
    }
    assertThat(sizes.quantile(0.002)).isEqualTo(20);
    assertThat(sizes.quantile(0.5)).isBetween(5_000, 5_313);
    assertThat(sizes.quantile(1)).isGreaterThanOrEqualTo(10_000);
    sizes.move(20, 0);
    assertThat(sizes.total()).isEqualTo(9_999);
  }

  private void add(MarkBook book, String application, String applicant, int day) {
    Instant time = START.plus(Duration.ofDays(day));
    book.see(
        MarkRecords.filing(
            application, time, MarkRecords.company(applicant), Telemetry.NONE, "羚砚", 9),
        bigrams);
  }
}
