package io.zhidun.rules.filings.link;

/**
 * What applicants may share, with its published weight.
 *
 * <p>Two strong keys of different kinds tie an applicant to a group. A weak key adds to a link's
 * weight and makes none. A key that more applicants share than the cap of its type links nobody;
 * the cap is learned between the two that stand here.
 */
public enum KeyType {
  PHONE("phone", KeyKind.CONTACT, 0.5, true, 60, 120),
  EMAIL("email", KeyKind.CONTACT, 0.5, true, 60, 120),
  CONTACT("contact", KeyKind.CONTACT, 0.55, false, 60, 120),
  ADDRESS("address", KeyKind.PLACE, 0.4, true, 60, 100),
  DEVICE("device", KeyKind.DEVICE, 0.5, true, 60, 120),
  CERTIFICATE("certificate", KeyKind.DEVICE, 0.6, true, 60, 100),
  ACCOUNT("account", KeyKind.DEVICE, 0.5, true, 60, 120),
  PAYER("payer", KeyKind.MONEY, 0.5, true, 60, 120),
  LEGAL_REPRESENTATIVE("legal-representative", KeyKind.PERSON, 0.6, true, 60, 100),
  SOURCE("source", KeyKind.NETWORK, 0.1, false, 20, 40),
  AGENT("agent", KeyKind.REPRESENTATIVE, 0.1, false, 20, 40);

  private final String wire;
  private final KeyKind kind;
  private final double weight;
  private final boolean strong;
  private final int leastCap;
  private final int hardCap;

  KeyType(String wire, KeyKind kind, double weight, boolean strong, int leastCap, int hardCap) {
    this.wire = wire;
    this.kind = kind;
    this.weight = weight;
    this.strong = strong;
    this.leastCap = leastCap;
    this.hardCap = hardCap;
  }

  public String wire() {
    return wire;
  }

  public KeyKind kind() {
    return kind;
  }

  public double weight() {
    return weight;
  }

  public boolean isStrong() {
    return strong;
  }

  /** The learned cap never falls below. */
  public int leastCap() {
    return leastCap;
  }

  /** The learned cap never rises above. */
  public int hardCap() {
    return hardCap;
  }

  int kindBit() {
    return 1 << kind.ordinal();
  }
}
