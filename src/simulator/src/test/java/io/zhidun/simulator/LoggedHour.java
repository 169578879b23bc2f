package io.zhidun.simulator;

import io.zhidun.events.Json;
import io.zhidun.simulator.time.DutyHours;
import io.zhidun.simulator.web.SystemName;
import io.zhidun.testkit.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads the logs of a simulated time and counts, in the plainest way, what the rules of the
 * catalogue look for. It shares no code with the platform: it is what the simulator promises.
 */
final class LoggedHour {
  private static final Pattern ACCESS =
      Pattern.compile(
          "(?<client>\\S+) - - \\[(?<time>[^\\]]+)\\] \"(?<request>[^\"]*)\" (?<status>\\d{3}) \\d+"
              + " \"[^\"]*\" \"(?<agent>[^\"]*)\"");
  private static final Pattern AUTH =
      Pattern.compile(
          "(?<time>\\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d) (?<host>\\S+) (?<tag>[^:]+): (?<text>.*)");
  private static final Pattern FAILED =
      Pattern.compile("Failed password for .* from (?<client>\\S+) port \\d+ ssh2");
  private static final Pattern ACCEPTED =
      Pattern.compile("Accepted password for .* from (?<client>\\S+) port \\d+ ssh2");
  private static final Pattern ATTACK =
      Pattern.compile(
          "(?i)%27%20or|union%20select|;select|%3cscript|onerror=|/etc(/|%2f)passwd|jndi:|%7cwget");
  private static final DateTimeFormatter CLF =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss xx", Locale.US);
  private static final DateTimeFormatter SYSLOG =
      DateTimeFormatter.ofPattern("yyyy MMM ppd HH:mm:ss", Locale.US);

  final SlidingCount sshFailures = new SlidingCount(Duration.ofSeconds(60));
  final SlidingCount webErrors = new SlidingCount(Duration.ofSeconds(60));
  final SlidingCount unpublishedReads = new SlidingCount(Duration.ofMinutes(10));
  final SlidingCount exports = new SlidingCount(Duration.ofMinutes(10));
  final List<Alert> alerts = new ArrayList<>();
  private final int year;
  private int lines;

  private LoggedHour(int year) {
    this.year = year;
  }

  static LoggedHour read(Path folder, int year) throws IOException {
    LoggedHour hour = new LoggedHour(year);
    for (SystemName system : SystemName.values()) {
      Path own = folder.resolve(system.id());
      Files.readAllLines(own.resolve("access.log")).forEach(hour::access);
      Files.readAllLines(own.resolve("audit.log")).forEach(hour::audit);
      Files.readAllLines(own.resolve("auth.log")).forEach(hour::auth);
    }
    return hour;
  }

  int lines() {
    return lines;
  }

  private void access(String line) {
    Matcher parts = matched(ACCESS, line);
    Instant at = OffsetDateTime.parse(parts.group("time"), CLF).toInstant();
    String client = parts.group("client");
    if (List.of("400", "403", "404").contains(parts.group("status"))
        && webErrors.add(client, at, unique()) >= 10) {
      alert("web-scan", "source.ip", client, at);
    }
    if (ATTACK.matcher(parts.group("request") + parts.group("agent")).find()) {
      alert("web-attack-strings", "source.ip", client, at);
    }
  }

  private void audit(String line) {
    lines++;
    JsonNode record = Json.mapper().readTree(line);
    Instant at = OffsetDateTime.parse(record.path("ts").stringValue()).toInstant();
    String account = record.path("account").stringValue();
    String action = record.path("action").stringValue();
    JsonNode object = record.path("object");
    if (action.equals("document-read")
        && !object.path("published").booleanValue()
        && unpublishedReads.add(account, at, object.path("id").stringValue()) >= 50) {
      alert("bulk-reading-unpublished", "user.name", account, at);
    }
    if (action.equals("records-export") && exports.add(account, at, unique()) >= 10) {
      alert("trademark-bulk-export", "user.name", account, at);
    }
    boolean examiner = record.path("role").asString("").equals("examiner");
    if (action.equals("login") && examiner && !DutyHours.cover(at)) {
      alert("review-login-outside-duty-hours", "user.name", account, at);
    }
  }

  private void auth(String line) {
    Matcher parts = matched(AUTH, line);
    LocalDateTime local = LocalDateTime.parse(year + " " + parts.group("time"), SYSLOG);
    Instant at = local.atZone(DutyHours.ZONE).toInstant();
    String text = parts.group("text");
    Matcher failed = FAILED.matcher(text);
    if (failed.matches() && sshFailures.add(failed.group("client"), at, unique()) >= 5) {
      alert("ssh-password-guessing", "source.ip", failed.group("client"), at);
    }
    Matcher accepted = ACCEPTED.matcher(text);
    if (accepted.matches() && sshFailures.add(accepted.group("client"), at, unique()) > 5) {
      alert("ssh-success-after-guessing", "source.ip", accepted.group("client"), at);
    }
    boolean shell = text.endsWith("COMMAND=/bin/bash") || text.contains("NOT in sudoers");
    if (parts.group("tag").equals("sudo") && shell) {
      String user = text.substring(0, text.indexOf(" : ")).strip();
      Map<String, String> group = Map.of("host.name", parts.group("host"), "user.name", user);
      alerts.add(Alert.seen("sudo-privilege-escalation", group, at, at));
    }
  }

  private String unique() {
    return Integer.toString(lines);
  }

  private Matcher matched(Pattern pattern, String line) {
    lines++;
    Matcher matcher = pattern.matcher(line);
    if (!matcher.matches()) {
      throw new AssertionError("not in the form of " + pattern + ": " + line);
    }
    return matcher;
  }

  private void alert(String rule, String field, String value, Instant at) {
    alerts.add(Alert.seen(rule, Map.of(field, value), at, at));
  }
}
