package io.zhidun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.testkit.ServiceClient;
import io.zhidun.testkit.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One installation for all tests of the run, with the simulated systems at peace: started before
 * the first, ended behind the last. It follows files below {@code in}, which each test fills as it
 * needs.
 */
final class SharedProduct implements BeforeAllCallback, AutoCloseable {
  private static final List<String> SYSTEMS =
      List.of("patent-review", "trademark", "public-service");

  /** What takes minutes in a demonstration, in seconds. */
  private static final Map<String, String> QUICK =
      Map.of(
          "ZHIDUN_SIMULATOR_VISITS", "PT4S",
          "ZHIDUN_SILENT_AFTER", "20s",
          "ZHIDUN_CLOCK_WINDOW", "6s",
          "ZHIDUN_SURVEY_FOR", "1s",
          "ZHIDUN_COMPLIANCE_PROBETIMEOUT", "1s");

  private static @Nullable SharedProduct started;

  private final TemporaryFolder folder = TemporaryFolder.create("zhidun-acceptance");
  private final Product product = new Product(folder.path().resolve("data"), QUICK);
  private @Nullable ServiceClient operator;

  static Product product() {
    return running().product;
  }

  static ServiceClient operator() {
    SharedProduct running = running();
    ServiceClient known = running.operator;
    if (known == null) {
      running.operator = known = running.product.signIn("operator");
    }
    return known;
  }

  /** Forgets the session, which ends with the service's process. */
  static void signOut() {
    running().operator = null;
  }

  /** Folder of the files that the agent follows. */
  static Path in() {
    return running().folder.path().resolve("in");
  }

  /** A folder for whatever else a test needs. */
  static Path work(String name) {
    return running().folder.path().resolve(name);
  }

  private static SharedProduct running() {
    SharedProduct running = started;
    if (running == null) {
      throw new IllegalStateException("the installation was not started");
    }
    return running;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    if (started != null) {
      return;
    }
    started = this;
    start();
    context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .put(SharedProduct.class.getName(), (AutoCloseable) this);
  }

  private void start() throws IOException, InterruptedException {
    Files.createDirectories(product.data());
    Files.createDirectories(folder.path().resolve("in"));
    Files.writeString(product.data().resolve("collectors.yml"), collectors());
    Product.Said said = product.up("--demo", "--attacks=none", "--no-market");
    assertThat(said.exitCode()).as(said.text()).isZero();
  }

  private String collectors() {
    Path in = folder.path().resolve("in");
    StringBuilder text =
        new StringBuilder(
            """
            agent: agent-1
            kafka: {bootstrap: "%s"}
            state: "%s"
            spool: {limit: 256MiB}
            metrics: {port: %d}
            zone: UTC
            collectors:
              - type: syslog
                source: syslog
                dataset: syslog
                udp: ["127.0.0.1:%4$d", "[::1]:%4$d"]
                tcp: ["127.0.0.1:%4$d", "[::1]:%4$d"]
              - {type: http, name: filings, port: %6$d, sources: [filings, market], zone: Asia/Shanghai}
              - {type: file, source: load, paths: ["%5$s/load.log"], dataset: syslog, start: beginning}
              - {type: file, source: hostile, paths: ["%5$s/hostile.log"], dataset: ip-audit, start: beginning}
              - {type: file, source: undated, paths: ["%5$s/undated.log"], dataset: syslog, start: beginning}
              - {type: file, source: posture, paths: ["%5$s/posture.log"], dataset: posture, start: beginning}
            """
                .formatted(
                    product.kafka(),
                    product.data().resolve("agent"),
                    product.agentPort(),
                    product.syslogPort(),
                    in,
                    product.filings().getPort()));
    for (String hour : List.of("quiet", "attacked")) {
      for (String system : SYSTEMS) {
        text.append(file(in, hour, system, "access", "nginx-access"));
        text.append(file(in, hour, system, "audit", "ip-audit"));
        text.append(file(in, hour, system, "auth", "syslog"));
      }
    }
    for (String system : SYSTEMS) {
      text.append(demo(system, "access", "nginx-access"));
      text.append(demo(system, "audit", "ip-audit"));
      text.append(demo(system, "auth", "syslog"));
      text.append(demo(system, "devices", "syslog"));
      text.append(demo(system, "probes", "ip-audit"));
      text.append(demo(system, "posture", "posture"));
    }
    return text.toString();
  }

  private String demo(String system, String log, String dataset) {
    return "  - {type: file, source: %s-%s, paths: [\"%s/simulator/%s/%s.log\"], dataset: %s, zone: Asia/Shanghai, start: beginning}%n"
        .formatted(system, log, product.data(), system, log, dataset);
  }

  private static String file(Path in, String hour, String system, String log, String dataset) {
    return "  - {type: file, source: %s-%s-%s, paths: [\"%s/%s/%s/%s.log\"], dataset: %s, zone: Asia/Shanghai, start: beginning}%n"
        .formatted(hour, system, log, in, hour, system, log, dataset);
  }

  @Override
  public void close() {
    try {
      product.close();
      folder.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
