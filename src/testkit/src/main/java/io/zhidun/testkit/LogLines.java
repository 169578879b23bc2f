package io.zhidun.testkit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Log lines as the sources write them, all times in UTC unless a line carries an offset. */
public final class LogLines {
  private static final DateTimeFormatter SYSLOG =
      DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.US).withZone(ZoneId.of("UTC"));
  private static final DateTimeFormatter NGINX =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss xx", Locale.US).withZone(ZoneId.of("UTC"));

  private LogLines() {}

  /** A password that sshd did not accept. */
  public static String sshFailed(Instant at, String host, String user, String address) {
    return ssh(at, host, "Failed password for " + user + " from " + address + " port 40022 ssh2");
  }

  /** A password that sshd accepted. */
  public static String sshAccepted(Instant at, String host, String user, String address) {
    return ssh(at, host, "Accepted password for " + user + " from " + address + " port 40022 ssh2");
  }

  private static String ssh(Instant at, String host, String message) {
    return SYSLOG.format(at) + " " + host + " sshd[4711]: " + message;
  }

  /** A command that sudo ran as root. */
  public static String sudo(Instant at, String host, String user, String command) {
    String rest = " : TTY=pts/0 ; PWD=/home/" + user + " ; USER=root ; COMMAND=" + command;
    return SYSLOG.format(at) + " " + host + " sudo: " + user + rest;
  }

  /** A GET request in nginx's combined format. */
  public static String nginx(Instant at, String address, String target, int status) {
    return "%s - - [%s] \"GET %s HTTP/1.1\" %d 512 \"-\" \"Mozilla/5.0\""
        .formatted(address, NGINX.format(at), target, status);
  }

  /** An examiner's look at an unpublished application, in the audit trail's form. */
  public static String unpublishedRead(
      Instant at, String account, String address, String application) {
    return ("{\"ts\":\"%s\",\"system\":\"patent-review\",\"host\":\"review-web-01\","
            + "\"action\":\"document-read\",\"outcome\":\"success\",\"account\":\"%s\","
            + "\"role\":\"examiner\",\"client\":\"%s\",\"session\":\"s-1\",\"object\":"
            + "{\"type\":\"application\",\"id\":\"%s\",\"published\":false},\"records\":1,\"ms\":9}")
        .formatted(at, account, address, application);
  }
}
