package io.zhidun.service.audit;

/** Where every feature writes what people, and the platform by itself, do. */
public interface AuditTrail {

  /**
   * Writes an entry: in the caller's transaction where there is one, so that the change and its
   * entry are committed together or not at all, else in one of its own that is on disk when this
   * returns.
   *
   * <p>Entries are written one after the other, and the next waits until this one's transaction has
   * ended: call it last in a transaction, after every lock that the change itself takes.
   */
  void record(AuditEntry entry);
}
