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

  /** The same with one note more. */
  FormRead with(FormFault note) {
    List<FormFault> more = new ArrayList<>(notes);
    more.add(note);
    return new FormRead(records, faults, more);
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

  /** Gathers what many parts of a file gave, without limit: each part is in the caller's hands. */
  static final class Collector {

    private final List<FilingRecord> records = new ArrayList<>();
    private final List<FormFault> faults = new ArrayList<>();
    private final List<FormFault> notes = new ArrayList<>();

    void add(FormRead read) {
      records.addAll(read.records);
      faults.addAll(read.faults);
      notes.addAll(read.notes);
    }

    FormRead whole() {
      return new FormRead(records, faults, notes);
    }
  }
}
