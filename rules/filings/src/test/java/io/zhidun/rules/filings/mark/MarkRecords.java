package io.zhidun.rules.filings.mark;

import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.record.EntityKind;
import io.zhidun.rules.filings.record.EntityRecord;
import io.zhidun.rules.filings.record.Family;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.record.FilingKind;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Licence;
import io.zhidun.rules.filings.record.Mark;
import io.zhidun.rules.filings.record.Organisation;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.record.PartyKind;
import io.zhidun.rules.filings.record.ProtectedMark;
import io.zhidun.rules.filings.record.ProtectedMark.Fame;
import io.zhidun.rules.filings.record.Telemetry;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream of trademark records for tests; its time stands until {@link #pass} moves it. */
final class MarkRecords {

  final List<Signal> signals = new ArrayList<>();
  private final List<Detector> detectors;
  private Instant now = Instant.parse("2026-01-05T02:00:00Z");
  private int number;

  MarkRecords(List<Detector> detectors) {
    this.detectors = detectors;
  }

  static MarkRecords ofAll() {
    return new MarkRecords(MarkDetectors.all());
  }

  Instant now() {
    return now;
  }

  MarkRecords pass(Duration time) {
    now = now.plus(time);
    return this;
  }

  MarkRecords passDays(int days) {
    return pass(Duration.ofDays(days));
  }

  void show(FilingRecord record) {
    for (Detector detector : detectors) {
      detector.see(record, signals::add);
    }
  }

  /** Files a mark and says its application number. */
  String file(String applicant, String text, int... classes) {
    return file(company(applicant), Telemetry.NONE, text, classes);
  }

  String file(Party applicant, Telemetry telemetry, String text, int... classes) {
    String application = String.valueOf(70_000_000 + number++);
    show(filing(application, now, applicant, telemetry, text, classes));
    return application;
  }

  static Filing filing(
      String application,
      Instant time,
      Party applicant,
      Telemetry telemetry,
      String text,
      int... classes) {
    List<Integer> nice = Arrays.stream(classes).boxed().toList();
    return new Filing(
        application,
        FilingKind.TRADEMARK,
        LocalDate.ofInstant(time, ZoneOffset.ofHours(8)),
        time,
        List.of(applicant),
        List.of(),
        null,
        null,
        Family.NONE,
        null,
        new Mark(text, "word", null, nice, List.of(), List.of()),
        telemetry);
  }

  void change(String application, ChangeKind kind) {
    change(application, kind, null, List.of(), List.of());
  }

  void change(
      String application,
      ChangeKind kind,
      @Nullable String target,
      List<Party> from,
      List<Party> to) {
    show(new FilingChange(application, kind, now, from, to, List.of(), target, null));
  }

  void protect(String mark, Fame fame, String owner, List<String> aliases, int... classes) {
    List<Integer> nice = Arrays.stream(classes).boxed().toList();
    ProtectedMark part = new ProtectedMark(owner, "code-" + owner, nice, fame, aliases);
    String code = "mark-" + mark;
    show(new EntityRecord(EntityKind.PROTECTED_MARK, code, mark, now, null, null, part));
  }

  void protect(String mark, int... classes) {
    protect(mark, Fame.WELL_KNOWN, mark + "公司", List.of(), classes);
  }

  void organisation(String code, int insured, LocalDate founded, String... related) {
    Organisation part =
        new Organisation(PartyKind.COMPANY, insured, -1, founded, null, null, List.of(related));
    show(new EntityRecord(EntityKind.ORGANISATION, code, code, now, part, null, null));
  }

  void agency(String code, String name, String... related) {
    Licence part = new Licence(null, null, List.of(related));
    show(new EntityRecord(EntityKind.AGENCY, code, name, now, null, part, null));
  }

  List<Signal> signals(String code) {
    return signals.stream().filter(signal -> signal.code().equals(code)).toList();
  }

  /** A company whose code is its name with {@code code-} in front. */
  static Party company(String name) {
    return new Party(name, PartyKind.COMPANY, "code-" + name, null, "CN", null);
  }
}
