package io.zhidun.rules.filings.form;

/** Carries a fault to where the record is given up. It never leaves this package. */
final class FormException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient FormFault fault;

  FormException(FormFault fault) {
    super(fault.toString(), null, false, false);
    this.fault = fault;
  }

  FormFault fault() {
    return fault;
  }
}
