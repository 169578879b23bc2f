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
import io.zhidun.backup.executor.ZhidunExecutor;
import io.zhidun.backup.executor.ZhidunOptions;
import io.zhidun.trust.sm2.Sm2PublicKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
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
   * @param logs of a source that has one
   */
  Trial trial(Logs logs) throws IOException;

  /** As {@code backup.yml} names it. */
  String label();

  /** Whether a log of it is archived, with which a restore goes on from a backup. */
  default boolean hasLog() {
    return false;
  }

  /** Files below a folder. */
  record Files(Path path) implements SourceKind {
    @Override
    public String label() {
      return "files";
    }

    @Override
    public Executor executor(String title, Supplier<String> ids) {
      return new FilesExecutor(path);
    }

    @Override
    public Trial trial(Logs logs) {
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
    @Override
    public String label() {
      return "postgresql";
    }

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
    public boolean hasLog() {
      return true;
    }

    @Override
    public Executor executor(String title, Supplier<String> ids) throws IOException {
      return new PostgresExecutor(options(), () -> "zhidun-" + ids.get());
    }

    @Override
    public Trial trial(Logs logs) throws IOException {
      return new PostgresTrial(options(), logs.wal(), RECOVERY);
    }
  }

  /**
   * A MariaDB on this machine; the password is read when it is needed.
   *
   * @param logged whether its binary log is archived
   */
  record MariaDb(
      Path socket, String user, String passwordFile, List<String> databases, boolean logged)
      implements SourceKind {
    @Override
    public String label() {
      return "mariadb";
    }

    public MariaDbOptions options() throws IOException {
      return new MariaDbOptions(
          socket, user, passwordFile.isEmpty() ? null : TargetSpec.secret(passwordFile), databases);
    }

    @Override
    public boolean hasLog() {
      return logged;
    }

    @Override
    public Executor executor(String title, Supplier<String> ids) throws IOException {
      return new MariaDbExecutor(options(), logged);
    }

    @Override
    public Trial trial(Logs logs) throws IOException {
      return new MariaDbTrial(options(), logs.binlog(), RECOVERY);
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
    @Override
    public String label() {
      return "elasticsearch";
    }

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
    public Trial trial(Logs logs) {
      return new ElasticsearchTrial(program, patience);
    }
  }

  /** The topics, access control lists and offsets of a Kafka, without its records. */
  record Kafka(String servers, @Nullable Path properties) implements SourceKind {
    @Override
    public String label() {
      return "kafka";
    }

    KafkaOptions options() {
      return new KafkaOptions(servers, properties);
    }

    @Override
    public Executor executor(String title, Supplier<String> ids) {
      return new KafkaExecutor(options());
    }

    @Override
    public Trial trial(Logs logs) {
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
    @Override
    public String label() {
      return "zhidun";
    }

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
    public Trial trial(Logs logs) throws IOException {
      return new ZhidunTrial(executor());
    }
  }
}
