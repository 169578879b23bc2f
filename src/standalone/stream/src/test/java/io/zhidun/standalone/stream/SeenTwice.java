package io.zhidun.standalone.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zhidun.rules.filings.judge.Indication;
import io.zhidun.rules.filings.judge.Texts;
import io.zhidun.rules.filings.judge.Tier;
import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.signal.Subject;
import io.zhidun.rules.filings.signal.SubjectType;
import io.zhidun.stream.filings.FilingRules;
import io.zhidun.stream.filings.RecordForms;
import io.zhidun.stream.filings.Screen;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules that indicate a number seen twice and say in what order all before it was seen. A line is
 * {@code TIME NUMBER}.
 */
public final class SeenTwice implements FilingRules {
  private static final long serialVersionUID = 1L;

  @Override
  public RecordForms forms() {
    return new Lines();
  }

  @Override
  public Screen screen() {
    Set<String> numbers = new HashSet<>();
    int[] order = new int[1];
    return (digest, sink) -> {
      String number = new String(digest, UTF_8);
      order[0] = 31 * order[0] + number.hashCode();
      if (!numbers.add(number)) {
        sink.accept(indication(number, order[0]));
      }
    };
  }

  private static Indication indication(String number, int order) {
    return new Indication(
        "seen-twice:" + number,
        new Subject(SubjectType.APPLICANT, number, number),
        "P1",
        new Texts("线索", "indication"),
        "patent",
        Tier.HINT,
        0.1,
        Instant.EPOCH,
        Instant.EPOCH,
        List.of(number),
        1,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Texts("待核实", "to be checked"),
        Integer.toString(order));
  }

  private static final class Lines implements RecordForms {
    @Override
    public List<FilingRecord> read(String dataset, byte[] value, List<String> faults) {
      String[] parts = new String(value, UTF_8).split(" ", 2);
      return List.of(
          new FilingChange(
              parts[1],
              ChangeKind.WITHDRAWAL,
              Instant.parse(parts[0]),
              List.of(),
              List.of(),
              List.of(),
              null,
              null));
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
}
