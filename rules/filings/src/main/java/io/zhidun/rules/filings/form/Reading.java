package io.zhidun.rules.filings.form;

import java.util.ArrayList;
import java.util.List;

/** What is gathered beside the records while one form is read. */
final class Reading {

  /** More of them say nothing new. */
  private static final int MOST = 100;

  private final List<FormFault> faults = new ArrayList<>(0);
  private final List<FormFault> notes = new ArrayList<>(0);

  void fault(FormFault fault) {
    add(faults, fault);
  }

  void note(FormFault note) {
    add(notes, note);
  }

  List<FormFault> faults() {
    return faults;
  }

  List<FormFault> notes() {
    return notes;
  }

  private static void add(List<FormFault> to, FormFault fault) {
    if (to.size() < MOST) {
      to.add(fault);
    }
  }
}
