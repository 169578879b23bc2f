package io.zhidun.rules.filings.link;

/** What a key is about. Only keys of different kinds are independent of one another. */
public enum KeyKind {
  CONTACT,
  PLACE,
  DEVICE,
  MONEY,
  PERSON,
  NETWORK,
  REPRESENTATIVE
}
