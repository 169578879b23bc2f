package io.zhidun.rules.filings.behave;

import io.zhidun.rules.filings.ledger.Filed;
import io.zhidun.rules.filings.record.ActionKind;
import io.zhidun.rules.filings.record.FilingAction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes actions for tests: what is not said is unknown. */
final class Acted {

  private final ActionKind kind;
  private final String account;
  private final Instant time;
  private @Nullable String client;
  private @Nullable String device;
  private @Nullable String address;
  private @Nullable String certificate;
  private @Nullable String phone;
  private @Nullable String agent;
  private @Nullable String agency;
  private @Nullable String number;
  private double seconds = Double.NaN;

  private Acted(ActionKind kind, String account, Instant time) {
    this.kind = kind;
    this.account = account;
    this.time = time;
  }

  static Acted of(ActionKind kind, String account, Instant time) {
    return new Acted(kind, account, time);
  }

  Acted client(String client) {
    this.client = client;
    return this;
  }

  Acted device(String device) {
    this.device = device;
    return this;
  }

  Acted from(String address) {
    this.address = address;
    return this;
  }

  Acted certificate(String certificate) {
    this.certificate = certificate;
    return this;
  }

  Acted phone(String phone) {
    this.phone = phone;
    return this;
  }

  Acted agent(String agent, @Nullable String agency) {
    this.agent = agent;
    this.agency = agency;
    return this;
  }

  Acted agency(String agency) {
    this.agency = agency;
    return this;
  }

  Acted filing(long number) {
    this.number = String.valueOf(2_026_100_000_000L + number);
    return this;
  }

  Acted seconds(double seconds) {
    this.seconds = seconds;
    return this;
  }

  FilingAction action() {
    return new FilingAction(
        time,
        kind,
        "patent-filing",
        account,
        null,
        client,
        device,
        address,
        certificate,
        phone == null ? null : Filed.hashed(phone),
        agent,
        agency,
        number,
        true,
        seconds,
        List.of());
  }
}
