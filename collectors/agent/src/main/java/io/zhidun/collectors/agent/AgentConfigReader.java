package io.zhidun.collectors.agent;

import io.zhidun.collectors.core.Source;
import io.zhidun.collectors.core.shipper.ShipperOptions;
import io.zhidun.collectors.core.spool.SyncPolicy;
import io.zhidun.collectors.file.FileOptions;
import io.zhidun.collectors.file.StartAt;
import io.zhidun.collectors.http.HttpLimits;
import io.zhidun.collectors.http.HttpOptions;
import io.zhidun.collectors.syslog.SyslogAddress;
import io.zhidun.collectors.syslog.SyslogOptions;
import io.zhidun.events.CanaryEvent;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code collectors.yml}; reports all its faults at once. */
final class AgentConfigReader {
  private static final int MAX_CODE_POINTS = 1 << 20;
  private static final int MAX_DEPTH = 20;
  private static final int DEFAULT_METRICS_PORT = 19_101;

  private final Faults faults;
  private final List<FileOptions> files = new ArrayList<>();
  private final List<SyslogOptions> syslogs = new ArrayList<>();
  private final List<HttpOptions> https = new ArrayList<>();
  private final Set<String> sources = new HashSet<>();
  private final MetricSections metrics =
      new MetricSections((section, id) -> claim(section, "source", id));
  private ZoneId zone = ZoneId.of("UTC");

  private AgentConfigReader(String file) {
    this.faults = new Faults(file);
  }

  static AgentConfig read(Path path) throws IOException, ConfigException {
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      return read(String.valueOf(path.getFileName()), reader);
    }
  }

  static AgentConfig read(String file, Reader yaml) throws ConfigException {
    AgentConfigReader reader = new AgentConfigReader(file);
    Node root = reader.compose(yaml);
    reader.faults.check();
    return reader.config(root);
  }

  private @Nullable Node compose(Reader yaml) {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(MAX_CODE_POINTS);
    limits.setNestingDepthLimit(MAX_DEPTH);
    limits.setMaxAliasesForCollections(0);
    try {
      return new Yaml(new SafeConstructor(limits)).compose(yaml);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      faults.add(line, "the document", "is not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      faults.add(1, "the document", "is not YAML: " + e.getMessage());
    }
    return null;
  }

  private AgentConfig config(@Nullable Node root) throws ConfigException {
    YamlSection top = YamlSection.of("", root, 1, faults);
    String agent = top.value("agent", "agent-1", Units::name);
    YamlSection kafka = top.section("kafka");
    String bootstrap = kafka.required("bootstrap", "127.0.0.1:19092");
    kafka.end();
    Path state = Path.of(top.required("state", "."));
    YamlSection spool = top.section("spool");
    long limit = spool.value("limit", ShipperOptions.DEFAULT_SPOOL_LIMIT, Units::bytes);
    SyncPolicy sync =
        spool.value("sync", SyncPolicy.INTERVAL, t -> Units.constant(SyncPolicy.class, t));
    spool.end();
    YamlSection monitoring = top.section("metrics");
    int port = monitoring.value("port", DEFAULT_METRICS_PORT, Units::port);
    monitoring.end();
    zone = top.value("zone", zone, Units::zone);
    top.sections("collectors").forEach(this::collector);
    top.end();
    faults.check();
    return new AgentConfig(
        agent, bootstrap, state, limit, sync, port, files, syslogs, https, metrics.config());
  }

  private void collector(YamlSection section) {
    String type = section.required("type", "file");
    if (type.equals("http")) {
      http(section);
      section.end();
      return;
    }
    if (metrics.read(type, section)) {
      return;
    }
    String id = section.value("source", "", Units::name);
    if (id.isEmpty()) {
      section.fault("source", "is missing");
    } else {
      claim(section, "source", id);
    }
    String dataset = section.value("dataset", type.equals("syslog") ? type : "", Units::name);
    if (dataset.isEmpty()) {
      section.fault("dataset", "is missing");
    }
    ZoneId of = section.value("zone", zone, Units::zone);
    Source source = new Source(id.isEmpty() ? "?" : id, dataset.isEmpty() ? "?" : dataset, of);
    switch (type) {
      case "file" -> file(section, source);
      case "syslog" -> syslog(section, source);
      default ->
          section.fault(
              "type", "must be file, syslog, http, scrape, push or probe, was \"" + type + "\"");
    }
    section.end();
  }

  private void claim(YamlSection section, String key, String id) {
    if (id.equals(CanaryEvent.SOURCE)) {
      section.fault(key, "\"" + id + "\" is reserved for the service's canaries");
    } else if (!sources.add(id)) {
      section.fault(key, "\"" + id + "\" is used by another collector too");
    }
  }

  private void file(YamlSection section, Source source) {
    List<String> paths = section.list("paths", AgentConfigReader::absolute);
    StartAt start =
        section.value("start", StartAt.BEGINNING, t -> Units.constant(StartAt.class, t));
    int maxLine = section.value("maxLine", FileOptions.DEFAULT_MAX_LINE, Units::smallBytes);
    var poll = section.value("poll", FileOptions.DEFAULT_POLL, Units::duration);
    var idle = section.value("rotatedIdle", FileOptions.DEFAULT_ROTATED_IDLE, Units::duration);
    try {
      files.add(new FileOptions(source, paths, start, maxLine, poll, idle));
    } catch (IllegalArgumentException e) {
      section.fault(e);
    }
  }

  private static String absolute(String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("must be an absolute path");
    }
    return path;
  }

  private void syslog(YamlSection section, Source source) {
    List<SyslogAddress> udp = section.list("udp", SyslogAddress::parse);
    List<SyslogAddress> tcp = section.list("tcp", SyslogAddress::parse);
    int maxMessage =
        section.value("maxMessage", SyslogOptions.DEFAULT_MAX_MESSAGE, Units::smallBytes);
    int connections =
        section.value("maxConnections", SyslogOptions.DEFAULT_MAX_CONNECTIONS, Units::count);
    var idle = section.value("idleTimeout", SyslogOptions.DEFAULT_IDLE, Units::duration);
    try {
      syslogs.add(new SyslogOptions(source, udp, tcp, maxMessage, connections, idle));
    } catch (IllegalArgumentException e) {
      section.fault(e);
    }
  }

  private void http(YamlSection section) {
    String name = section.value("name", "http", Units::name);
    boolean hasPort = section.has("port");
    int port = section.value("port", 0, Units::port);
    if (!hasPort) {
      section.fault("port", "is missing");
    }
    List<String> names = section.list("sources", Units::name);
    names.forEach(each -> claim(section, "sources", each));
    ZoneId of = section.value("zone", zone, Units::zone);
    String file = section.value("tokenFile", "", AgentConfigReader::absolute);
    Path token = file.isEmpty() ? null : Path.of(file);
    HttpLimits usual = HttpLimits.DEFAULT;
    int connections = section.value("maxConnections", usual.connections(), Units::count);
    int record = section.value("maxRecord", usual.record(), Units::smallBytes);
    long body = section.value("maxBody", usual.body(), Units::bytes);
    try {
      HttpLimits limits = usual.withConnections(connections).withRecord(record).withBody(body);
      https.add(new HttpOptions(name, port, names, of, token, limits));
    } catch (IllegalArgumentException e) {
      section.fault(e);
    }
  }
}
