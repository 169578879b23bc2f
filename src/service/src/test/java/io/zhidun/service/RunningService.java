package io.zhidun.service;

import io.zhidun.service.alert.AlertBook;
import io.zhidun.service.alert.Draft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The real service on a free port with a database in memory and the first accounts. */
public final class RunningService implements AutoCloseable {
  public static final String PASSWORD = "Meadow-Lantern-42";
  private static final String FIRST_PASSWORD = "First-Lantern-1";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final ConfigurableApplicationContext context;
  private final Path bootstrap;

  private RunningService(ConfigurableApplicationContext context, Path bootstrap) {
    this.context = context;
    this.bootstrap = bootstrap;
  }

  public static RunningService start() throws IOException {
    return start(Map.of());
  }

  public static RunningService start(Map<String, String> settings) throws IOException {
    Path bootstrap = Files.createTempFile("zhidun-bootstrap", ".json");
    Files.writeString(
        bootstrap,
        """
        {"accounts": [
          {"name": "operator", "role": "operator", "password": "%1$s"},
          {"name": "engineer", "role": "engineer", "password": "%1$s"},
          {"name": "auditor", "role": "auditor", "password": "%1$s"},
          {"name": "reviewer", "role": "reviewer", "password": "%1$s"},
          {"name": "system-admin", "role": "system-admin", "password": "%1$s"},
          {"name": "security-admin", "role": "security-admin", "password": "%1$s"}]}
        """
            .formatted(FIRST_PASSWORD));
    Map<String, String> all = new HashMap<>();
    all.put("server.port", "0");
    all.put("spring.datasource.url", "jdbc:h2:mem:service" + COUNT.incrementAndGet());
    all.put("zhidun.intake.enabled", "false");
    all.put("zhidun.canary.enabled", "false");
    all.put("zhidun.search.elasticsearch", "http://127.0.0.1:9");
    all.put("zhidun.platform.stream", "");
    all.put("zhidun.platform.agent", "");
    all.put("zhidun.access.bootstrap-file", bootstrap.toString());
    Path keys = Files.createTempDirectory("zhidun-keys");
    all.put("zhidun.keys.folder", keys.toString());
    all.put("zhidun.audit.witness", keys.resolve("audit.seal").toString());
    all.put("logging.level.root", "error");
    all.putAll(settings);
    String[] arguments =
        all.entrySet().stream()
            .map(e -> "--" + e.getKey() + "=" + e.getValue())
            .toArray(String[]::new);
    return new RunningService(
        new SpringApplicationBuilder(ZhidunService.class).run(arguments), bootstrap);
  }

  public int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  /** Whether the file with the first passwords is still there. */
  public boolean bootstrapFileExists() {
    return Files.exists(bootstrap);
  }

  public Browser browser() {
    return new Browser("http://127.0.0.1:" + port());
  }

  /** A browser in which somebody has signed in for the first time. */
  public Browser firstSignIn(String name) {
    Browser browser = browser();
    browser.get("/api/v1/session");
    browser.post("/api/v1/session", Browser.credentials(name, FIRST_PASSWORD)).expect(200);
    return browser;
  }

  /** A browser in which somebody has signed in and can work. */
  public Browser signedIn(String name) {
    Browser browser = browser();
    browser.get("/api/v1/session");
    if (browser.post("/api/v1/session", Browser.credentials(name, PASSWORD)).status() == 200) {
      return browser;
    }
    browser = firstSignIn(name);
    browser
        .post(
            "/api/v1/session/password",
            "{\"current\": \"%s\", \"next\": \"%s\"}".formatted(FIRST_PASSWORD, PASSWORD))
        .expect(200);
    return browser;
  }

  public void accept(Drafts... drafts) {
    bean(AlertBook.class).accept(Arrays.stream(drafts).map(Drafts::json).map(Draft::read).toList());
  }

  @Override
  public void close() {
    context.close();
  }
}
