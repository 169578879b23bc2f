package io.zhidun.simulator.log;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What sshd and sudo of a host write through syslog, in the file form of RFC 3164: local time
 * without year or zone, host, program, message.
 */
public final class AuthLog {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.US);
  private static final int FIRST_PID = 2_000;
  private static final int PIDS = 30_000;

  private final LogFile file;
  private final String host;
  private final Clock clock;
  private int processes;

  /**
   * @param clock its zone is the host's
   */
  public AuthLog(LogFile file, String host, Clock clock) {
    this.file = file;
    this.host = host;
    this.clock = clock;
  }

  /** A wrong password for an account that the host has. */
  public void passwordFailed(String user, String address, int port) {
    sshd(newProcess(), "Failed password for " + user + from(address, port) + " ssh2");
  }

  /** A password for an account that the host does not have. */
  public void passwordFailedForUnknown(String user, String address, int port) {
    int pid = newProcess();
    sshd(pid, "Invalid user " + user + from(address, port));
    sshd(pid, "Failed password for invalid user " + user + from(address, port) + " ssh2");
    sshd(
        pid,
        "Connection closed by invalid user "
            + user
            + " "
            + address
            + " port "
            + port
            + " [preauth]");
  }

  /**
   * @param method {@code password} or {@code publickey}
   */
  public void accepted(String method, String user, String address, int port) {
    int pid = newProcess();
    sshd(pid, "Accepted " + method + " for " + user + from(address, port) + " ssh2");
    sshd(pid, "pam_unix(sshd:session): session opened for user " + user + "(uid=1001) by (uid=0)");
  }

  /** The end of a session. */
  public void closed(String user) {
    sshd(newProcess(), "pam_unix(sshd:session): session closed for user " + user);
  }

  /** A command that sudo ran. */
  public void sudo(String user, String target, String command) {
    write(
        "sudo",
        padded(user)
            + " : TTY=pts/0 ; PWD=/home/"
            + user
            + " ; USER="
            + target
            + " ; COMMAND="
            + command);
  }

  /**
   * A command that sudo did not run.
   *
   * @param reason as sudo words it, such as {@code user NOT in sudoers}
   */
  public void sudoRefused(String user, String reason, String target, String command) {
    write(
        "sudo",
        padded(user)
            + " : "
            + reason
            + " ; TTY=pts/0 ; PWD=/home/"
            + user
            + " ; USER="
            + target
            + " ; COMMAND="
            + command);
  }

  /** sudo right-aligns the name in eight columns. */
  private static String padded(String user) {
    return String.format(Locale.ROOT, "%8s", user);
  }

  private static String from(String address, int port) {
    return " from " + address + " port " + port;
  }

  private synchronized int newProcess() {
    return FIRST_PID + processes++ % PIDS;
  }

  private void sshd(int pid, String message) {
    write("sshd[" + pid + "]", message);
  }

  private void write(String tag, String message) {
    String time = TIME.format(clock.instant().atZone(clock.getZone()));
    file.line(time + " " + host + " " + tag + ": " + message);
  }
}
