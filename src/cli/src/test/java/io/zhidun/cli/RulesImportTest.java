package io.zhidun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Against a server that answers like the service and remembers what it was sent. */
class RulesImportTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final String RULE = "title: Ncat\nlicense: DRL-1.1\nauthor: a team\n";

  @TempDir private Path folder = Path.of("");
  private Path password = Path.of("");
  private HttpServer service;
  private final Map<String, String> received = new TreeMap<>();
  private volatile String query = "";
  private volatile String answer =
      """
      {"draft": {"proposal": {"id": 7},
                 "changes": [{"path": "linux/ncat.yml", "ruleId": "n"}]},
       "leftOut": {"broken.yml": "broken.yml:1: is not YAML"}}
      """;
  private volatile int status = 200;

  @BeforeEach
  void start() throws IOException {
    password = Files.writeString(folder.resolve("password"), "secret\n");
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/api/v1/session", this::session);
    service.createContext("/api/v1/proposals/import", this::take);
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  private void session(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean post = exchange.getRequestMethod().equals("POST");
    exchange.getResponseHeaders().add("Set-Cookie", "XSRF-TOKEN=t" + (post ? 2 : 1) + "; Path=/");
    if (!post) {
      respond(exchange, exchange.getRequestMethod().equals("GET") ? 401 : 204, "");
    } else if (body.contains("secret") && token(exchange).equals("t1")) {
      respond(exchange, 200, "{}");
    } else {
      respond(exchange, 401, "{\"title\":\"sign-in refused\",\"detail\":\"wrong password\"}");
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
    byte[] zip = exchange.getRequestBody().readAllBytes();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        received.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    respond(exchange, token(exchange).equals("t2") ? status : 403, answer);
  }

  private static String token(HttpExchange exchange) {
    return String.valueOf(exchange.getRequestHeaders().getFirst("X-XSRF-TOKEN"));
  }

  private static void respond(HttpExchange exchange, int code, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Shell run(Path path) {
    return Shell.run(
        "",
        "rules",
        "import",
        path.toString(),
        "--service",
        "http://127.0.0.1:" + service.getAddress().getPort(),
        "--user",
        "engineer",
        "--password-file",
        password.toString());
  }

  private Path rules() throws IOException {
    Path rules = folder.resolve("rules");
    Files.createDirectories(rules.resolve("linux"));
    Files.writeString(rules.resolve("linux/ncat.yml"), RULE);
    Files.writeString(rules.resolve("linux/ncat.cases.yml"), "[]\n");
    Files.writeString(rules.resolve("broken.yml"), "title: [\n");
    Files.writeString(rules.resolve("README.md"), "no rule\n");
    return rules;
  }

  @Test
  void aFolderBecomesADraftAndEveryRefusedFileIsNamed() throws IOException {
    Shell shell = run(rules());

    assertThat(received)
        .containsOnlyKeys("linux/ncat.yml", "linux/ncat.cases.yml", "broken.yml")
        .containsEntry("linux/ncat.yml", RULE);
    assertThat(query).contains("title=rules", "来源 Source: rules");
    assertThat(shell.lines())
        .extracting(JsonNode::toString)
        .containsExactly(
            "{\"path\":\"linux/ncat.yml\",\"status\":\"imported\",\"id\":\"n\",\"draft\":\"7\"}",
            "{\"path\":\"broken.yml\",\"status\":\"refused\",\"reason\":\"broken.yml:1: is not YAML\"}");
    assertThat(shell.err())
        .contains("1 files imported, 1 refused; draft 7", "/rulesets/proposals/7");
    assertThat(shell.exitCode()).isEqualTo(1);
  }

  @Test
  void aWorkingTreeIsNamedByItsCommitAndLicence() throws IOException {
    Path rules = rules();
    Path git = folder.resolve(".git");
    Files.createDirectories(git.resolve("refs/heads"));
    Files.writeString(git.resolve("HEAD"), "ref: refs/heads/main\n");
    Files.writeString(git.resolve("refs/heads/main"), COMMIT + "\n");
    Files.writeString(folder.resolve("LICENSE.md"), "\n# Rule Licence 1.1\n\nText.\n");

    run(rules);

    assertThat(query)
        .contains("Git 提交 commit: " + COMMIT, "许可 Licence: LICENSE.md: Rule Licence 1.1");
  }

  @Test
  void linksThatLeaveTheFolderAreRefused() throws IOException {
    Path rules = rules();
    Path outside = Files.writeString(folder.resolve("outside.yml"), "title: outside\n");
    Files.createSymbolicLink(rules.resolve("away.yml"), outside);
    Files.createSymbolicLink(rules.resolve("inside.yml"), rules.resolve("linux/ncat.yml"));
    Files.createSymbolicLink(rules.resolve("lost.yml"), folder.resolve("nowhere"));
    Files.createSymbolicLink(rules.resolve("up"), folder);

    Shell shell = run(rules);

    assertThat(received).containsEntry("inside.yml", RULE);
    assertThat(received.keySet()).noneMatch(name -> name.matches("(away|lost|up).*"));
    assertThat(shell.out())
        .contains(
            "\"away.yml\",\"status\":\"refused\",\"reason\":\"is a link that leaves the folder\"",
            "\"lost.yml\",\"status\":\"refused\",\"reason\":\"is a link to nothing\"",
            "\"up\",\"status\":\"refused\",\"reason\":\"is a link to a folder");
  }

  @Test
  void whatTheServiceRefusesIsSaidInItsWords() throws IOException {
    Path rules = rules();
    status = 422;
    answer =
        "{\"title\":\"x\",\"detail\":\"the zip holds 0 rule files\",\"leftOut\":{\"a\":\"b\"}}";
    Shell shell = run(rules);
    assertThat(shell.exitCode()).isEqualTo(1);
    assertThat(shell.err()).contains("the service refuses (422): the zip holds 0 rule files");
    assertThat(shell.lines()).hasSize(1);

    Files.writeString(password, "wrong");
    assertThat(run(rules).err()).contains("(401): wrong password");
    service.stop(0);
    assertThat(run(rules).err()).contains("no service answers at http://127.0.0.1");
  }

  @Test
  void wrongUseIsSaidBeforeAnythingIsSent() throws IOException {
    assertThat(run(Files.createDirectory(folder.resolve("empty"))).exitCode()).isEqualTo(2);
    assertThat(run(folder.resolve("none")).exitCode()).isEqualTo(2);
    Path large = Files.write(folder.resolve("large.zip"), new byte[5 << 20]);
    assertThat(run(large).err()).contains("neither a folder nor a zip of at most 4194304 bytes");
    Shell elsewhere =
        Shell.run(
            "",
            "rules",
            "import",
            rules().toString(),
            "--user",
            "e",
            "--service",
            "http://192.0.2.1");
    assertThat(elsewhere.exitCode()).isEqualTo(2);
    assertThat(elsewhere.err()).contains("the password needs https");
    assertThat(received).isEmpty();
  }

  @Test
  void hugeFilesAndFoldersAreRefused() throws IOException {
    Path rules = rules();
    Files.writeString(rules.resolve("huge.yml"), "#".repeat((256 << 10) + 1));
    assertThat(run(rules).out()).contains("\"reason\":\"has more than 262144 bytes\"");

    for (int i = 0; i < 33; i++) {
      Files.writeString(rules.resolve("r" + i + ".yml"), "#".repeat(256 << 10));
    }
    Shell shell = run(rules);
    assertThat(shell.exitCode()).isEqualTo(2);
    assertThat(shell.err()).contains("import its folders one by one");
  }
}
