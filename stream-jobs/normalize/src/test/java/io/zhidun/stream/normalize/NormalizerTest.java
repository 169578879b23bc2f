package io.zhidun.stream.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Event;
import io.zhidun.events.EventWriter;
import io.zhidun.events.Json;
import io.zhidun.events.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NormalizerTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-22T04:00:00Z");

  private final Normalizer normalizer = Normalizer.of(Formats.shipped());
  private final Event event = new Event();

  @Test
  void readsAFailedSshLoginFromAMixedSyslogLine() {
    JsonNode json =
        read(
            "syslog",
            "Mar 10 00:00:07 web01 sshd[1042]: Failed password for invalid user admin from"
                + " 77.1.2.3 port 40022 ssh2");

    assertThat(json.at("/@timestamp").asString()).isEqualTo("2026-03-10T00:00:07.000000Z");
    assertThat(json.at("/event/action").asString()).isEqualTo("ssh-login");
    assertThat(json.at("/event/outcome").asString()).isEqualTo("failure");
    assertThat(json.at("/event/category/0").asString()).isEqualTo("authentication");
    assertThat(json.at("/event/id").asString()).isEqualTo("auth:3:17");
    assertThat(json.at("/source/ip").asString()).isEqualTo("77.1.2.3");
    assertThat(json.at("/source/port").asInt()).isEqualTo(40022);
    assertThat(json.at("/user/name").asString()).isEqualTo("admin");
    assertThat(json.at("/process/pid").asInt()).isEqualTo(1042);
    assertThat(json.at("/host/name").asString()).isEqualTo("web01");
  }

  @Test
  void takesTheAddressBehindTheLastFromSoThatAUserNameCannotForgeIt() {
    JsonNode json =
        read(
            "sshd",
            "Nov 22 11:59:59 gate sshd[9]: Failed password for invalid user x from 192.0.2.1 port 1"
                + " ssh2 from 2001:db8::7 port 50000 ssh2");

    assertThat(json.at("/source/ip").asString()).isEqualTo("2001:db8::7");
    assertThat(json.at("/user/name").asString()).isEqualTo("x from 192.0.2.1 port 1 ssh2");
  }

  @Test
  void readsTheHighPrecisionTimeThatRsyslogWritesToFiles() {
    JsonNode json =
        read(
            "syslog",
            "2026-11-22T12:00:01.234567+08:00 gate sshd[9]: Invalid user a from ::1 port 9");

    assertThat(json.at("/@timestamp").asString()).isEqualTo("2026-11-22T04:00:01.234567Z");
    assertThat(json.at("/event/action").asString()).isEqualTo("ssh-invalid-user");
  }

  @Test
  void readsRfc5424WithStructuredData() {
    JsonNode json =
        read(
            "syslog",
            "<165>1 2026-11-22T03:59:59.5Z review-web-01 sudo 77 ID47 [a@1 x=\"q\\\"]\"][b@1]"
                + " e10023 : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/bash");

    assertThat(json.at("/@timestamp").asString()).isEqualTo("2026-11-22T03:59:59.500000Z");
    assertThat(json.at("/log/syslog/priority").asInt()).isEqualTo(165);
    assertThat(json.at("/event/action").asString()).isEqualTo("sudo-command");
    assertThat(json.at("/user/effective/name").asString()).isEqualTo("root");
    assertThat(json.at("/process/command_line").asString()).isEqualTo("/bin/bash");
  }

  @Test
  void readsTheUserThatSudoPadsToEightColumns() {
    JsonNode json =
        read(
            "syslog",
            "Nov 22 11:00:00 review-web-01 sudo:   d59009 : TTY=pts/0 ; PWD=/ ; USER=root ;"
                + " COMMAND=/usr/bin/vi");

    assertThat(json.at("/user/name").asString()).isEqualTo("d59009");
  }

  @Test
  void readsAConnectionThatAnUnknownUserClosed() {
    JsonNode json =
        read(
            "syslog",
            "Nov 22 11:00:00 gate sshd[1]: Connection closed by invalid user admin 203.0.113.1 port"
                + " 43251 [preauth]");

    assertThat(json.at("/event/action").asString()).isEqualTo("ssh-disconnect");
    assertThat(json.at("/user/name").asString()).isEqualTo("admin");
  }

  @Test
  void readsTheTwoBlanksThatRsyslogSendsBeforeTheMessage() {
    JsonNode json =
        read(
            "syslog",
            "<38>1 2026-11-22T03:15:28.973631+00:00 vm sshd 2783 - -  Failed password for root from"
                + " ::1 port 38514 ssh2");

    assertThat(json.at("/event/action").asString()).isEqualTo("ssh-login");
  }

  @Test
  void takesTheYearThatPutsAYearlessTimeInThePast() {
    RawRecord newYear =
        raw("syslog", "Dec 31 23:59:59 h p: m", Instant.parse("2027-01-01T00:00:01Z"));

    assertThat(normalizer.normalize(newYear, event)).isNull();

    assertThat(event.timeMicros()).isEqualTo(micros("2026-12-31T15:59:59Z"));
  }

  @Test
  void readsAnAccessLogLineInASyslogEnvelope() {
    JsonNode json =
        read(
            "syslog",
            "Mar 10 00:00:00 web02 nginx: 2001:db8::5 - - [10/Mar/2026:00:00:00 +0000] \"GET"
                + " /search?q=a%20b HTTP/1.1\" 404 1234 \"-\" \"Mozilla/5.0 (X11)\"");

    assertThat(json.at("/source/ip").asString()).isEqualTo("2001:db8::5");
    assertThat(json.at("/url/path").asString()).isEqualTo("/search");
    assertThat(json.at("/url/query").asString()).isEqualTo("q=a%20b");
    assertThat(json.at("/http/response/status_code").asInt()).isEqualTo(404);
    assertThat(json.at("/event/outcome").asString()).isEqualTo("failure");
    assertThat(json.at("/user_agent/original").asString()).isEqualTo("Mozilla/5.0 (X11)");
    assertThat(json.at("/http/request/referrer").isMissingNode()).isTrue();
  }

  @Test
  void readsARequestThatIsNone() {
    JsonNode json =
        read(
            "nginx-access",
            "198.51.100.9 - - [22/Nov/2026:11:00:00 +0800] \"\\x16\\x03\\x01\" 400 150 \"-\" \"-\"");

    assertThat(json.at("/url/original").asString()).isEqualTo("\\x16\\x03\\x01");
    assertThat(json.at("/@timestamp").asString()).isEqualTo("2026-11-22T03:00:00.000000Z");
  }

  @Test
  void readsPacketFilterWordsAndKeepsUnknownOnes() {
    JsonNode json =
        read(
            "firewall",
            "Nov 22 11:00:00 fw01 kernel: [1000.000001] [UFW BLOCK] IN=eth0 OUT= MAC=52:54:00"
                + " SRC=203.0.113.5 DST=192.0.2.10 LEN=44 TTL=50 ID=7 DF PROTO=TCP SPT=4000 DPT=22"
                + " NEW=1 SYN URGP=0");

    assertThat(json.at("/source/ip").asString()).isEqualTo("203.0.113.5");
    assertThat(json.at("/destination/port").asInt()).isEqualTo(22);
    assertThat(json.at("/vendor/netfilter/flags")).hasSize(2);
    assertThat(json.at("/vendor").get("netfilter.NEW").asString()).isEqualTo("1");
    assertThat(json.at("/event/type/0").asString()).isEqualTo("denied");
  }

  @Test
  void readsTheAuditLogOfTheSystems() {
    JsonNode json =
        read(
            "ip-audit",
            "{\"ts\":\"2026-11-22T11:04:05.123+08:00\",\"system\":\"patent-review\",\"host\":\"review-web-01\","
                + "\"action\":\"document-read\",\"outcome\":\"success\",\"account\":\"e10023\",\"role\":\"examiner\","
                + "\"client\":\"2001:db8::5\",\"object\":{\"type\":\"application\",\"id\":\"CN1\",\"published\":false},"
                + "\"records\":1,\"extra\":{\"a\":\"<b>\"}}");

    assertThat(json.at("/@timestamp").asString()).isEqualTo("2026-11-22T03:04:05.123000Z");
    assertThat(json.at("/service/name").asString()).isEqualTo("patent-review");
    assertThat(json.at("/user/roles/0").asString()).isEqualTo("examiner");
    assertThat(json.at("/vendor/object/published").asBoolean()).isFalse();
    assertThat(json.at("/event/category/0").asString()).isEqualTo("file");
    assertThat(json.at("/vendor").get("audit.extra.a").asString()).isEqualTo("<b>");
  }

  @Test
  void datesAnEventFromTheFarFutureByItsReceiveTimeAndSaysSo() {
    JsonNode json = read("syslog", "2031-01-01T00:00:00Z h p: m");

    assertThat(json.at("/@timestamp").asString()).isEqualTo("2026-11-22T04:00:00.000000Z");
    assertThat(json.at("/tags/0").asString()).isEqualTo("time-future");
  }

  @Test
  void datesALineWithoutATimeByItsReceiveTimeAndSaysSo() {
    JsonNode json = read("syslog", "<34>su: 'su root' failed");

    assertThat(json.at("/tags/0").asString()).isEqualTo("time-missing");
    assertThat(json.at("/process/name").asString()).isEqualTo("su");
    assertThat(json.at("/message").asString()).isEqualTo("'su root' failed");
  }

  @Test
  void keepsInvalidUtf8AndNulBytesAsText() {
    byte[] line = "Nov 22 11:00:00 h app: a?b?c".getBytes(StandardCharsets.US_ASCII);
    line[line.length - 2] = 0;
    line[line.length - 4] = (byte) 0xff;

    JsonNode json =
        written(new RawRecord("syslog", "c", "s", 0, 0, micros(RECEIVED), null, "UTC", line));

    assertThat(json.at("/message").asString()).isEqualTo("a\ufffdb\u0000c");
  }

  @Test
  void refusesWhatItCannotReadAndSaysWhy() {
    assertThat(fault("syslog", "no header at all")).isEqualTo("no syslog header");
    assertThat(fault("ip-audit", "{\"ts\":\"2026"))
        .startsWith("no JSON record: a string has no end");
    assertThat(fault("nginx-access", "hello")).contains("no pattern of format \"nginx-access\"");
    assertThat(fault("smoke-signals", "x")).isEqualTo("format \"smoke-signals\" is unknown");
    assertThat(fault("syslog", "")).isEqualTo("the record is empty");
  }

  @Test
  void boundsTheNumberOfValues() {
    StringBuilder many = new StringBuilder("{\"k0\":0");
    for (int i = 1; i < 10_000; i++) {
      many.append(",\"k").append(i).append("\":").append(i);
    }

    assertThat(fault("json", many.append('}').toString())).contains("more than 4096 values");
  }

  @Test
  void readsAMegabyteLineInLinearTime() {
    String name = "from ".repeat(200_000);

    assertThat(fault("sshd", "Nov 22 11:00:00 h sshd[1]: Failed password for " + name)).isNull();
  }

  private JsonNode read(String dataset, String line) {
    return written(raw(dataset, line, RECEIVED));
  }

  private JsonNode written(RawRecord raw) {
    assertThat(normalizer.normalize(raw, event)).isNull();
    return Json.mapper().readTree(new EventWriter().toBytes(event));
  }

  private @Nullable String fault(String dataset, String line) {
    return normalizer.normalize(raw(dataset, line, RECEIVED), event);
  }

  private static RawRecord raw(String dataset, String line, Instant received) {
    String zone =
        Map.of("sshd", "Asia/Shanghai", "firewall", "Asia/Shanghai").getOrDefault(dataset, "UTC");
    return new RawRecord(
        dataset,
        "agent-1",
        "auth",
        3,
        17,
        micros(received),
        null,
        line.startsWith("Dec") ? "Asia/Shanghai" : zone,
        line.getBytes(StandardCharsets.UTF_8));
  }

  private static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
  }

  private static long micros(String instant) {
    return micros(Instant.parse(instant));
  }
}
