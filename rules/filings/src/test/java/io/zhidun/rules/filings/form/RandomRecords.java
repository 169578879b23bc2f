package io.zhidun.rules.filings.form;

import io.zhidun.rules.filings.record.ActionKind;
import io.zhidun.rules.filings.record.Address;
import io.zhidun.rules.filings.record.Agency;
import io.zhidun.rules.filings.record.Agent;
import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.record.Contact;
import io.zhidun.rules.filings.record.EntityKind;
import io.zhidun.rules.filings.record.EntityRecord;
import io.zhidun.rules.filings.record.Family;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingAction;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.record.FilingKind;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Hashed;
import io.zhidun.rules.filings.record.Invention;
import io.zhidun.rules.filings.record.Licence;
import io.zhidun.rules.filings.record.Mark;
import io.zhidun.rules.filings.record.Organisation;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.record.PartyKind;
import io.zhidun.rules.filings.record.Person;
import io.zhidun.rules.filings.record.ProtectedMark;
import io.zhidun.rules.filings.record.Telemetry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Records of every kind, with every part now there and now not. */
final class RandomRecords {

  private static final String[] WORDS = {
    "泵",
    "一种",
    "浙江省",
    "\"quoted\"",
    "a\\b",
    "tab\tbed",
    "line\nfeed",
    "𠮷野",
    "é",
    "<x>",
    "0",
    "99 33200",
    ";",
    "、"
  };

  private final Random random;

  RandomRecords(Random random) {
    this.random = random;
  }

  FilingRecord next() {
    return switch (random.nextInt(5)) {
      case 0 -> change();
      case 1 -> action();
      case 2 -> entity();
      default -> filing();
    };
  }

  Filing filing() {
    FilingKind kind = any(FilingKind.values());
    return new Filing(
        number(),
        kind,
        date(),
        time(),
        some(this::party),
        some(this::person),
        maybe(() -> new Contact(maybe(this::word), maybe(this::hashed), maybe(this::hashed))),
        maybe(
            () ->
                new Agency(
                    word(), maybe(this::word), some(() -> new Agent(word(), maybe(this::word))))),
        new Family(some(this::number), maybe(this::number), maybe(this::number), maybe(this::word)),
        kind.isPatent() ? invention() : null,
        kind.isPatent() ? null : mark(),
        telemetry());
  }

  private Invention invention() {
    return new Invention(
        word(),
        some(() -> "G06F17/" + random.nextInt(99)),
        text(),
        some(this::word),
        text(),
        some(this::hex));
  }

  private Mark mark() {
    return new Mark(
        text(),
        text(),
        maybe(this::hex),
        random.nextBoolean() ? List.of() : List.of(1 + random.nextInt(45)),
        some(() -> "090" + random.nextInt(9)),
        some(this::word));
  }

  private Telemetry telemetry() {
    return new Telemetry(
        maybe(this::word),
        maybe(this::word),
        maybe(this::word),
        maybe(this::word),
        maybe(
            () ->
                random.nextBoolean()
                    ? "192.0.2." + random.nextInt(256)
                    : "2001:db8::" + (1 + random.nextInt(9))),
        maybe(this::word),
        maybe(this::hashed),
        maybe(this::word),
        maybe(this::time),
        maybe(this::time),
        some(this::hex));
  }

  private FilingChange change() {
    return new FilingChange(
        number(),
        any(ChangeKind.values()),
        time(),
        some(this::party),
        some(this::party),
        some(this::person),
        maybe(this::word),
        maybe(this::word));
  }

  private FilingAction action() {
    return new FilingAction(
        time(),
        any(ActionKind.values()),
        text(),
        word(),
        maybe(this::word),
        maybe(this::word),
        maybe(this::word),
        maybe(() -> "2001:db8::1"),
        maybe(this::word),
        maybe(this::hashed),
        maybe(this::word),
        maybe(this::word),
        maybe(this::number),
        random.nextBoolean(),
        random.nextBoolean() ? Double.NaN : random.nextInt(100_000) / 8.0,
        some(this::hex));
  }

  private EntityRecord entity() {
    EntityKind kind = any(EntityKind.values());
    String owner = word();
    return new EntityRecord(
        kind,
        kind == EntityKind.ORGANISATION ? "91330100MA27XL0G4Q" : word(),
        word(),
        time(),
        kind == EntityKind.ORGANISATION ? organisation() : null,
        kind == EntityKind.AGENCY
            ? new Licence(maybe(this::date), maybe(this::date), some(this::word))
            : null,
        kind == EntityKind.PROTECTED_MARK
            ? new ProtectedMark(
                owner,
                random.nextBoolean() ? owner : "91330100MA27XL0G4Q",
                List.of(1 + random.nextInt(45)),
                any(ProtectedMark.Fame.values()),
                some(this::word))
            : null);
  }

  private Organisation organisation() {
    return new Organisation(
        any(PartyKind.values()),
        random.nextInt(5) - 1,
        random.nextBoolean() ? -1 : random.nextLong(1L << 40),
        maybe(this::date),
        maybe(() -> "7340"),
        maybe(this::person),
        some(this::word));
  }

  private Party party() {
    return new Party(
        word(),
        any(PartyKind.values()),
        maybe(() -> "91330100MA27XL0G4Q"),
        maybe(this::hashed),
        maybe(() -> "CN"),
        maybe(this::address));
  }

  private Address address() {
    return new Address(
        text(),
        maybe(this::word),
        maybe(this::word),
        maybe(this::word),
        maybe(this::word),
        maybe(this::word),
        maybe(() -> "311200"));
  }

  private Person person() {
    return new Person(word(), maybe(this::hashed), maybe(() -> "KR"));
  }

  private Hashed hashed() {
    return new Hashed(hex(), random.nextBoolean() ? "138****0001" : word());
  }

  private String number() {
    String twelve =
        "20" + (10 + random.nextInt(20)) + "1" + (1_000_000 + random.nextInt(8_000_000));
    return random.nextInt(4) == 0
        ? String.valueOf(10_000_000 + random.nextInt(80_000_000))
        : twelve + CheckDigits.applicationNumber(twelve);
  }

  private LocalDate date() {
    return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700));
  }

  private Instant time() {
    return Instant.parse("2026-01-01T00:00:00Z")
        .plusSeconds(random.nextInt(50_000_000))
        .plusNanos(random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
  }

  private String hex() {
    return Long.toHexString(random.nextLong());
  }

  private String text() {
    return random.nextBoolean() ? "" : word();
  }

  /** Never empty and never with white space around it, as every text that was read. */
  private String word() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i <= random.nextInt(4); i++) {
      out.append(any(WORDS));
    }
    return out.toString();
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private <T> List<T> some(Supplier<T> value) {
    List<T> all = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      all.add(value.get());
    }
    return all;
  }
}
