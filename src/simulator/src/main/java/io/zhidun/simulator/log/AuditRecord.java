package io.zhidun.simulator.log;

import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail. Absent members are left out of the line.
 *
 * @param ts time with offset and milliseconds
 * @param system id of the system
 * @param host where it ran
 * @param action such as {@code document-read}
 * @param outcome {@code success} or {@code failure}
 * @param account who; for a failed login the name that was tried
 * @param role role of the account, absent when there is no such account
 * @param client address of the client
 * @param session session id, absent when nobody is signed in
 * @param object what it was done to, absent for a login
 * @param records how many records were handed out or taken in
 * @param ms how long it took
 */
public record AuditRecord(
    String ts,
    String system,
    String host,
    String action,
    String outcome,
    String account,
    @Nullable String role,
    String client,
    @Nullable String session,
    @Nullable Subject object,
    @Nullable Integer records,
    long ms) {

  /**
   * What was acted on.
   *
   * @param type {@code application} or {@code mark}
   * @param id its number, or absent for a set of them
   * @param published whether the public may read it, absent for a set of them
   */
  public record Subject(String type, @Nullable String id, @Nullable Boolean published) {}
}
