package io.zhidun.backup.run;

import io.zhidun.backup.drill.ElasticsearchTrial;
import io.zhidun.backup.drill.FilesTrial;
import io.zhidun.backup.drill.KafkaTrial;
import io.zhidun.backup.drill.MariaDbTrial;
import io.zhidun.backup.drill.PostgresTrial;
import io.zhidun.backup.drill.Trial;
import io.zhidun.backup.drill.ZhidunTrial;
import io.zhidun.backup.executor.ElasticsearchExecutor;
import io.zhidun.backup.executor.ElasticsearchOptions;
import io.zhidun.backup.executor.Executor;
import io.zhidun.backup.executor.FilesExecutor;
import io.zhidun.backup.executor.KafkaExecutor;
import io.zhidun.backup.executor.KafkaOptions;
import io.zhidun.backup.executor.MariaDbExecutor;
import io.zhidun.backup.executor.MariaDbOptions;
import io.zhidun.backup.executor.PostgresExecutor;
import io.zhidun.backup.executor.PostgresOptions;
import io.zhidun.backup.executor.WalArchive;
import io.zhidun.backup.executor.ZhidunExecutor;
import io.zhidun.backup.executor.ZhidunOptions;
import io.zhidun.backup.policy.Section;
import io.zhidun.trust.sm2.Sm2PublicKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a source is, and who backs it up and tries its restores. */
public sealed interface SourceKind {
  /** How long a restored server may take until it answers. */
  Duration RECOVERY = Duration.ofHours(12);

  /**
   * Who backs it up; secrets are read then.
   *
   * @param title of the source, of a-z 0-9 -
   * @param ids gives a new id each time, in order of time
   */
  Executor executor(String title, Supplier<String> ids) throws IOException;

  /**
   * Who tries a restore.
   *
   * @param log of a source that has one
   */
  Trial trial(WalArchive log) throws IOException;

  /** Files below a folder. */
  record Files(Path path) implements SourceKind {
    @Override
    public Executor executor(String title, Supplier<String> ids) {
      return new FilesExecutor(path);
    }

    @Override
    public Trial trial(WalArchive log) {
      return new FilesTrial();
    }
  }

  /** A PostgreSQL cluster; the password is read when it is needed. */
  record Postgres(
      Path binaries,
      String host,
      int port,
      String user,
      String passwordFile,
      List<String> databases)
      implements SourceKind {
    public PostgresOptions options() throws IOException {
      return new PostgresOptions(
          binaries,
          host,
          port,
          user,
          passwordFile.isEmpty() ? null : TargetSpec.secret(passwordFile),
          databases,
          Duration.ofSeconds(10));
    }

    @Override
    public Executor executor(String title, Supplier<String> ids) throws IOException {
      return new PostgresExecutor(options(), () -> "zhidun-" + ids.get());
    }

    @Override
    public Trial trial(WalArchive log) throws IOException {
      return new PostgresTrial(options(), log, RECOVERY);
    }
  }

  /** A MariaDB on this machine; the password is read when it is needed. */
  record MariaDb(Path socket, String user, String passwordFile, List<String> databases)
      implements SourceKind {
    public MariaDbOptions options() throws IOException {
      return new MariaDbOptions(
          socket, user, passwordFile.isEmpty() ? null : TargetSpec.secret(passwordFile), databases);
    }

    @Override
    public Executor executor(String title, Supplier<String> ids) throws IOException {
      return new MariaDbExecutor(options());
    }

    @Override
    public Trial trial(WalArchive log) throws IOException {
      return new MariaDbTrial(options(), RECOVERY);
    }
  }

  /**
   * Indices of an Elasticsearch; secrets are read when they are needed.
   *
   * @param program folder of the Elasticsearch that a drill starts
   */
  record Elasticsearch(
      URI url,
      @Nullable String user,
      @Nullable String passwordFile,
      @Nullable String apiKeyFile,
      @Nullable Path authority,
      Path repository,
      List<String> indices,
      int mostIndices,
      int kept,
      Duration patience,
      Path program)
      implements SourceKind {
    ElasticsearchOptions options() throws IOException {
      return new ElasticsearchOptions(
          url,
          user,
          TargetSpec.secret(passwordFile),
          TargetSpec.secret(apiKeyFile),
          authority,
          repository,
          indices,
          mostIndices,
          kept,
          patience);
    }

    @Override
    public Executor executor(String title, Supplier<String> ids) throws IOException {
      return new ElasticsearchExecutor(options(), title, () -> ids.get().toLowerCase(Locale.ROOT));
    }

    @Override
    public Trial trial(WalArchive log) {
      return new ElasticsearchTrial(program, patience);
    }
  }

  /** The topics, access control lists and offsets of a Kafka, without its records. */
  record Kafka(String servers, @Nullable Path properties) implements SourceKind {
    KafkaOptions options() {
      return new KafkaOptions(servers, properties);
    }

    @Override
    public Executor executor(String title, Supplier<String> ids) {
      return new KafkaExecutor(options());
    }

    @Override
    public Trial trial(WalArchive log) {
      return new KafkaTrial(options());
    }
  }

  /**
   * What a Zhidun is; secrets are read when they are needed.
   *
   * @param quorum file of the public key, in PEM, that its keys are sealed for
   * @param work folder in which copies are made
   */
  record Zhidun(
      Path database,
      String user,
      @Nullable String passwordFile,
      SortedMap<String, Path> folders,
      SortedMap<String, Path> keys,
      Path quorum,
      Path work)
      implements SourceKind {
    private ZhidunExecutor executor() throws IOException {
      Sm2PublicKey key;
      try {
        key = Sm2PublicKey.ofPem(java.nio.file.Files.readString(quorum));
      } catch (IllegalArgumentException e) {
        throw new IOException(quorum + ": " + e.getMessage(), e);
      }
      return new ZhidunExecutor(
          new ZhidunOptions(
              database, user, TargetSpec.secret(passwordFile), folders, keys, key, work),
          new SecureRandom());
    }

    @Override
    public Executor executor(String title, Supplier<String> ids) throws IOException {
      return executor();
    }

    @Override
    public Trial trial(WalArchive log) throws IOException {
      return new ZhidunTrial(executor());
    }
  }

  /**
   * Reads what a source's section says.
   *
   * @param work folder in which copies may be made
   */
  static SourceKind read(Section section, Path work) {
    String kind = section.text("kind");
    return switch (kind) {
      case "files" -> new Files(Path.of(section.text("path")));
      case "postgresql" ->
          new Postgres(
              Path.of(section.text("binaries")),
              section.text("host"),
              section.has("port") ? section.number("port", 1, 65535) : 5432,
              section.text("user"),
              section.has("password-file") ? section.text("password-file") : "",
              section.texts("databases"));
      case "mariadb" ->
          new MariaDb(
              Path.of(section.text("socket")),
              section.text("user"),
              section.has("password-file") ? section.text("password-file") : "",
              section.texts("databases"));
      case "elasticsearch" -> elasticsearch(section);
      case "zhidun" -> zhidun(section, work);
      case "kafka" -> {
        String properties = section.textOrNull("client-properties");
        yield new Kafka(section.text("servers"), properties == null ? null : Path.of(properties));
      }
      default -> {
        section.fault(
            "kind",
            "must be one of files, postgresql, mariadb, elasticsearch, kafka, zhidun, was \""
                + kind
                + '"');
        yield new Files(Path.of("/nonexistent"));
      }
    };
  }

  private static SourceKind elasticsearch(Section section) {
    String authority = section.textOrNull("ca-file");
    Elasticsearch read =
        new Elasticsearch(
            url(section),
            section.textOrNull("user"),
            section.textOrNull("password-file"),
            section.textOrNull("api-key-file"),
            authority == null ? null : Path.of(authority),
            Path.of(section.text("repository")),
            section.texts("indices"),
            section.has("most-indices") ? section.number("most-indices", 1, 10_000) : 1000,
            section.has("kept") ? section.number("kept", 0, 10) : 1,
            section.has("patience") ? section.duration("patience") : Duration.ofHours(2),
            Path.of(section.text("binaries")));
    if (read.apiKeyFile() != null && read.user() != null) {
      section.fault("api-key-file", "and user are two ways of which one is taken");
    }
    if (read.indices().isEmpty()) {
      section.fault("indices", "must name at least one");
    }
    return read;
  }

  private static SourceKind zhidun(Section section, Path work) {
    SortedMap<String, Path> keys = paths(section.section("keys"));
    if (keys.isEmpty()) {
      section.fault("keys", "must name at least one folder");
    }
    return new Zhidun(
        Path.of(section.text("database")),
        section.has("user") ? section.text("user") : "zhidun",
        section.textOrNull("password-file"),
        section.has("folders") ? paths(section.section("folders")) : new TreeMap<>(),
        keys,
        Path.of(section.text("quorum")),
        work);
  }

  private static SortedMap<String, Path> paths(Section section) {
    SortedMap<String, Path> paths = new TreeMap<>();
    for (String name : section.names()) {
      paths.put(name, Path.of(section.text(name)));
    }
    return paths;
  }

  private static URI url(Section section) {
    try {
      return URI.create(section.text("url"));
    } catch (IllegalArgumentException e) {
      section.fault("url", "must be a URL, was \"" + section.text("url") + '"');
      return URI.create("http://localhost:9200");
    }
  }
}
