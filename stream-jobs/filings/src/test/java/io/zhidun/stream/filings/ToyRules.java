package io.zhidun.stream.filings;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zhidun.rules.filings.judge.Indication;
import io.zhidun.rules.filings.judge.IndicationSink;
import io.zhidun.rules.filings.judge.Texts;
import io.zhidun.rules.filings.judge.Tier;
import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.signal.Subject;
import io.zhidun.rules.filings.signal.SubjectType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules whose indications tell everything that was seen before them, in order: two streams with
 * equal indications saw the same. A line is {@code TIME NUMBER}; a number seen twice is indicated.
 */
final class ToyRules implements FilingRules {
  private static final long serialVersionUID = 1L;

  @Override
  public RecordForms forms() {
    return new ToyForms();
  }

  @Override
  public Screen screen() {
    return new ToyScreen();
  }

  static final class ToyForms implements RecordForms {
    @Override
    public List<FilingRecord> read(String dataset, byte[] value, List<String> faults) {
      List<FilingRecord> records = new ArrayList<>();
      for (String line : new String(value, UTF_8).split("\n", -1)) {
        if (line.equals("crash")) {
          throw new IllegalStateException("a bug");
        }
        try {
          String[] parts = line.split(" ", 2);
          records.add(change(Instant.parse(parts[0]), parts[1]));
        } catch (DateTimeParseException e) {
          faults.add("line \"" + line + "\" has no time");
        }
      }
      return records;
    }

    @Override
    public byte[] line(FilingRecord record) {
      return (record.time() + " " + ((FilingChange) record).applicationNumber()).getBytes(UTF_8);
    }

    @Override
    public byte[] digest(FilingRecord record) {
      return ((FilingChange) record).applicationNumber().getBytes(UTF_8);
    }
  }

  static FilingChange change(Instant time, String number) {
    return new FilingChange(
        number, ChangeKind.WITHDRAWAL, time, List.of(), List.of(), List.of(), null, null);
  }

  private static final class ToyScreen implements Screen {
    private final Set<String> numbers = new HashSet<>();
    private int orderHash;

    @Override
    public void see(byte[] digest, IndicationSink sink) {
      String number = new String(digest, UTF_8);
      if (number.equals("fails")) {
        throw new IllegalStateException("a bug");
      }
      orderHash = 31 * orderHash + number.hashCode();
      if (!numbers.add(number)) {
        sink.accept(indication(number));
      }
    }

    private Indication indication(String number) {
      Instant epoch = Instant.EPOCH;
      return new Indication(
          "toy:" + number,
          new Subject(SubjectType.APPLICANT, number, number),
          "P1",
          new Texts("线索", "indication"),
          "patent",
          Tier.HINT,
          0.1,
          epoch,
          epoch,
          List.of(number),
          1,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          new Texts("待核实", "to be checked"),
          numbers.size() + " numbers in order " + orderHash);
    }
  }
}
