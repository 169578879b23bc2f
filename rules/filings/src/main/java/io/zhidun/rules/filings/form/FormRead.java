package io.zhidun.rules.filings.form;

import io.zhidun.rules.filings.record.FilingRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * What a form gave.
 *
 * @param records in the order of the form
 * @param faults each one a record, or a part that would have been a record, that was refused
 * @param notes what was cut, completed or dropped from records that were kept
 */
public record FormRead(List<FilingRecord> records, List<FormFault> faults, List<FormFault> notes) {

  public FormRead {
    records = List.copyOf(records);
    faults = List.copyOf(faults);
    notes = List.copyOf(notes);
  }

  static FormRead fault(FormFault fault) {
    return new FormRead(List.of(), List.of(fault), List.of());
  }

  /** This and then the other. */
  FormRead and(FormRead other) {
    return new FormRead(
        joined(records, other.records), joined(faults, other.faults), joined(notes, other.notes));
  }

  /** The same with faults and notes that tell where in the file the form stood. */
  FormRead in(String place) {
    if (faults.isEmpty() && notes.isEmpty()) {
      return this;
    }
    return new FormRead(
        records,
        faults.stream().map(fault -> fault.in(place)).toList(),
        notes.stream().map(note -> note.in(place)).toList());
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
