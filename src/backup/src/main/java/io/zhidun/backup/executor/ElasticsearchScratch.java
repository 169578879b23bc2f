package io.zhidun.backup.executor;

import io.zhidun.backup.repository.Facts;
import io.zhidun.backup.repository.Measure;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An Elasticsearch on a free port of the loopback interface, one node by itself, without security:
 * whoever has an account on this machine could ask it for as long as it runs.
 */
public final class ElasticsearchScratch implements AutoCloseable {
  private static final boolean ADMINISTRATOR = "root".equals(System.getProperty("user.name"));
  private static final String USER = "elasticsearch";
  private static final String OWN_MAIN = "io.zhidun.standalone.search.Search";
  private static final String HEAP = "-Xmx512m";
  private static final Duration REST = Duration.ofMillis(100);

  private final Program.Running server;
  private final int port;
  private final ElasticsearchClient client;
  private final Duration patience;

  private ElasticsearchScratch(Program.Running server, int port, Duration patience) {
    this.server = server;
    this.port = port;
    this.client = ElasticsearchClient.local(port, patience);
    this.patience = patience;
  }

  /** Where a server that keeps all below {@code folder} may read snapshots. */
  public static Path snapshots(Path folder) {
    return folder.resolve("snapshots");
  }

  /**
   * Starts a server and waits until it answers.
   *
   * @param program folder of an installation of Elasticsearch, or of the one-machine installation's
   *     own ({@code src/standalone/search})
   * @param folder holds all that it keeps
   * @throws IOException with the server's last words where it does not come up in time
   */
  public static ElasticsearchScratch start(Path program, Path folder, Duration patience)
      throws IOException, InterruptedException {
    int port = freePort();
    int transport = freePort();
    boolean own = Files.isRegularFile(program.resolve("target/runtime.classpath"));
    Program started =
        own
            ? Program.of(own(program, folder, port, transport))
            : installed(program, folder, port, transport);
    Program.Running server = started.in(folder).start();
    ElasticsearchScratch scratch = new ElasticsearchScratch(server, port, patience);
    try {
      scratch.await();
    } catch (IOException | InterruptedException | RuntimeException e) {
      scratch.close();
      throw e;
    }
    return scratch;
  }

  private static List<String> own(Path program, Path folder, int port, int transport)
      throws IOException {
    Path target = program.resolve("target");
    List<String> jars = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(target, "zhidun-*.jar")) {
      for (Path jar : found) {
        if (!jar.toString().endsWith("-module.jar")) {
          jars.add(jar.toAbsolutePath().toString());
        }
      }
    }
    jars.add(Files.readString(target.resolve("runtime.classpath")).strip());
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        HEAP,
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        String.join(File.pathSeparator, jars),
        OWN_MAIN,
        "--data",
        folder.toString(),
        "--port",
        Integer.toString(port),
        "--transport-port",
        Integer.toString(transport));
  }

  private static Program installed(Path program, Path folder, int port, int transport)
      throws IOException, InterruptedException {
    Path start = program.resolve("bin/elasticsearch");
    if (!Files.isExecutable(start)) {
      throw new IOException("no Elasticsearch that could be started: " + start);
    }
    Path config = Files.createDirectories(folder.resolve("config"));
    Path theirs = program.resolve("config");
    for (String name : List.of("jvm.options", "log4j2.properties")) {
      if (Files.isRegularFile(theirs.resolve(name))) {
        Files.copy(theirs.resolve(name), config.resolve(name));
      }
    }
    Files.writeString(
        config.resolve("elasticsearch.yml"),
        """
        cluster.name: zhidun-drill
        discovery.type: single-node
        network.host: 127.0.0.1
        http.port: %d
        transport.port: %d
        xpack.security.enabled: false
        xpack.ml.enabled: false
        ingest.geoip.downloader.enabled: false
        """
            .formatted(port, transport));
    List<String> command = new ArrayList<>();
    if (ADMINISTRATOR) {
      // Elasticsearch refuses to be the administrator.
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      Program.of("chown", "-R", USER + ":" + USER, folder.toString()).run();
      command.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups"));
    }
    command.addAll(
        List.of(
            start.toString(),
            "-Epath.data=" + folder.resolve("data"),
            "-Epath.logs=" + folder.resolve("logs"),
            "-Epath.repo=" + snapshots(folder)));
    return Program.of(command)
        .with(Map.of("ES_PATH_CONF", config.toString(), "ES_JAVA_OPTS", "-Xms512m " + HEAP));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void await() throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    String last = "";
    while (System.nanoTime() < end) {
      if (!server.isAlive()) {
        throw new IOException("the restored server ended: " + server.words());
      }
      try {
        client.get("/_cluster/health");
        return;
      } catch (IOException e) {
        last = e + "";
        Thread.sleep(REST.toMillis());
      }
    }
    throw new IOException(
        "the restored server did not answer within " + patience + " (" + last + ')');
  }

  public int port() {
    return port;
  }

  /** Restores a snapshot from a folder below {@link #snapshots}. */
  public void restore(Path repository, String snapshot) throws IOException, InterruptedException {
    ElasticsearchSnapshots snapshots = new ElasticsearchSnapshots(client, "backup", patience);
    snapshots.register(repository, true);
    snapshots.restore(snapshot);
  }

  /** Counts those indices that were counted when the backup was made, up to where they were. */
  public List<Measure> measure(Facts facts) throws IOException, InterruptedException {
    ElasticsearchCounts counts = new ElasticsearchCounts(client);
    List<String> there = counts.open(List.of("*"));
    List<Measure> measures = new ArrayList<>();
    for (Measure counted : facts.measures()) {
      String index = counted.name();
      if (there.contains(index)) {
        counts.refresh(index);
        String bound = facts.position(ElasticsearchExecutor.BOUND + index);
        measures.add(counts.count(index, ElasticsearchCounts.parse(bound), counted.checksum()));
      }
    }
    return measures;
  }

  /**
   * How many documents match.
   *
   * @param query in the language of Elasticsearch's query string
   */
  public String count(String indices, String query) throws IOException, InterruptedException {
    JsonNode count =
        client.call(
            "POST",
            '/' + indices + "/_count",
            Map.of("query", Map.of("query_string", Map.of("query", query))));
    return count.path("count").asString("");
  }

  @Override
  public void close() {
    server.close();
  }
}
