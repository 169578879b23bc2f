package io.zhidun.cli;

import io.zhidun.events.Json;
import java.io.Console;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Makes a draft in the running installation of rule files, which a second person then approves. */
@Command(
    name = "import",
    description =
        "Rule files into a draft of the running installation: one line a file, imported or refused and why",
    mixinStandardHelpOptions = true)
final class RulesImportCommand implements Callable<Integer> {
  /** The service's bound on what is sent. */
  private static final long LARGEST_ZIP = 4 << 20;

  private static final String PASSWORD = "ZHIDUN_PASSWORD";

  @Parameters(arity = "1", description = "folder, Git working tree, or zip")
  private Path path = Path.of("");

  @Option(
      names = "--service",
      defaultValue = "http://127.0.0.1:18080",
      description = "address of the console")
  private URI service = URI.create("http://127.0.0.1:18080");

  @Option(names = "--user", required = true, description = "account of an engineer")
  private String user = "";

  @Option(
      names = "--password-file",
      description =
          "file that holds the password; else the variable " + PASSWORD + ", or you are asked")
  private @Nullable Path passwordFile;

  @Option(names = "--title", description = "title of the draft; else the name of the folder")
  private @Nullable String title;

  /** What is sent, what was refused before, and where it all comes from. */
  private record Package(byte[] zip, Map<String, String> refused, String note) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    RulesCheckCommand.existing(List.of(path));
    requirePrivate(service);
    Package sent = Files.isDirectory(path) ? folder() : zip();
    Map<String, String> refused = new TreeMap<>(sent.refused);
    JsonNode draft = Json.mapper().missingNode();
    String problem = "";
    try (ServiceSession session = ServiceSession.open(service, user, password())) {
      JsonNode answer = session.post(address(sent.note), "application/zip", sent.zip);
      refused.putAll(names(answer.path("leftOut")));
      draft = answer.path("draft");
    } catch (ServiceSession.Refused e) {
      refused.putAll(names(e.problem().path("leftOut")));
      problem = String.valueOf(e.getMessage());
    }
    tell(draft, refused, problem);
    return refused.isEmpty() && problem.isEmpty() ? 0 : 1;
  }

  /** A password does not travel in the clear to another machine. */
  private static void requirePrivate(URI service) throws IOException {
    String scheme = service.getScheme();
    String host = service.getHost();
    boolean known = host != null && ("https".equals(scheme) || "http".equals(scheme));
    if (!known) {
      throw new UsageFault("address " + service + " is not http://… or https://…");
    }
    if ("http".equals(scheme) && !InetAddress.getByName(host).isLoopbackAddress()) {
      throw new UsageFault(
          "address " + service + " is another machine's without TLS; the password needs https");
    }
  }

  private Package folder() throws IOException {
    RuleFolder folder = RuleFolder.read(path);
    if (folder.files().isEmpty()) {
      throw new UsageFault("folder " + path + " holds no rule file (*.yml, *.yaml)");
    }
    byte[] zip = folder.zip();
    if (zip.length > LARGEST_ZIP) {
      throw new UsageFault(
          "folder %s packs to %d bytes, at most %d can be sent at once; import its folders one by one"
              .formatted(path, zip.length, LARGEST_ZIP));
    }
    return new Package(zip, folder.refused(), RuleOrigin.of(path).note());
  }

  private Package zip() throws IOException {
    if (!Files.isRegularFile(path) || Files.size(path) > LARGEST_ZIP) {
      throw new UsageFault(
          "path " + path + " is neither a folder nor a zip of at most " + LARGEST_ZIP + " bytes");
    }
    return new Package(Files.readAllBytes(path), Map.of(), "");
  }

  private String password() throws IOException {
    Path file = passwordFile;
    if (file != null) {
      RulesCheckCommand.existing(List.of(file));
      return Files.readString(file).stripTrailing();
    }
    String given = System.getenv(PASSWORD);
    if (given != null) {
      return given;
    }
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword("password of %s: ", user);
    if (typed == null) {
      throw new UsageFault(
          "a password is needed: --password-file FILE, or the variable " + PASSWORD);
    }
    return new String(typed);
  }

  private String address(String note) throws IOException {
    String named = title;
    if (named == null) {
      named = String.valueOf(path.toRealPath().getFileName());
    }
    return "/api/v1/proposals/import?title=" + encoded(named) + "&note=" + encoded(note);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Map<String, String> names(JsonNode node) {
    Map<String, String> names = new TreeMap<>();
    node.properties().forEach(entry -> names.put(entry.getKey(), entry.getValue().asString()));
    return names;
  }

  private void tell(JsonNode draft, Map<String, String> refused, String problem)
      throws IOException {
    String id = draft.at("/proposal/id").asString("");
    JsonNode changes = draft.path("changes");
    try (Ndjson out = new Ndjson()) {
      for (JsonNode change : changes) {
        out.write(
            new Line(
                change.path("path").asString(),
                "imported",
                change.path("ruleId").asString(),
                id,
                null));
      }
      for (Map.Entry<String, String> one : refused.entrySet()) {
        out.write(new Line(one.getKey(), "refused", null, null, one.getValue()));
      }
    }
    if (!problem.isEmpty()) {
      System.err.println(problem);
      return;
    }
    System.err.printf(
        "%d files imported, %d refused; draft %s is to be proposed at %s%n",
        changes.size(), refused.size(), id, service.resolve("/rulesets/proposals/" + id));
  }

  /**
   * What became of a file.
   *
   * @param draft id of the draft that it stands in
   */
  private record Line(
      String path,
      String status,
      @Nullable String id,
      @Nullable String draft,
      @Nullable String reason) {}
}
