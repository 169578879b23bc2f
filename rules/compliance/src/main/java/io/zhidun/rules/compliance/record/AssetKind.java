package io.zhidun.rules.compliance.record;

/** Kinds of objects that requirements are measured on. */
public enum AssetKind {
  HOST,
  DATABASE,
  NETWORK_DEVICE,
  SECURITY_DEVICE,
  APPLICATION,
  DATA,
  TERMINAL,
  ROOM,
  /** The organisation behind the system: rules, people, documents. */
  ORGANISATION
}
