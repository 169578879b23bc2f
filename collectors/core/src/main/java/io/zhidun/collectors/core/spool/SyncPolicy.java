package io.zhidun.collectors.core.spool;

/**
 * When spooled bytes are forced to the disk. Every policy survives the death of the agent; they
 * differ in what a power cut can take.
 */
public enum SyncPolicy {
  /** After each record. */
  ALWAYS,
  /** A few times a second. */
  INTERVAL,
  /** When the operating system likes. */
  NEVER
}
