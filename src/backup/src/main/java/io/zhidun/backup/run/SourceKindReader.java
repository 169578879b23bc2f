package io.zhidun.backup.run;

import io.zhidun.backup.executor.ElasticsearchOptions;
import io.zhidun.backup.executor.ZhidunOptions;
import io.zhidun.backup.policy.Section;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads kinds of sources from a configuration. */
final class SourceKindReader {
  private SourceKindReader() {}

  /**
   * Reads what a source's section says.
   *
   * @param work folder in which copies may be made
   */
  static SourceKind read(Section section, Path work) {
    String kind = section.text("kind");
    return switch (kind) {
      case "files" -> new SourceKind.Files(Path.of(section.text("path")));
      case "postgresql" ->
          new SourceKind.Postgres(
              Path.of(section.text("binaries")),
              section.text("host"),
              section.has("port") ? section.number("port", 1, 65535) : 5432,
              section.text("user"),
              section.has("password-file") ? section.text("password-file") : "",
              section.texts("databases"));
      case "mariadb" ->
          new SourceKind.MariaDb(
              Path.of(section.text("socket")),
              section.text("user"),
              section.has("password-file") ? section.text("password-file") : "",
              section.texts("databases"),
              section.flag("log", false));
      case "elasticsearch" -> elasticsearch(section);
      case "zhidun" -> zhidun(section, work);
      case "kafka" -> {
        String properties = section.textOrNull("client-properties");
        yield new SourceKind.Kafka(
            section.text("servers"), properties == null ? null : Path.of(properties));
      }
      default -> {
        section.fault(
            "kind",
            "must be one of files, postgresql, mariadb, elasticsearch, kafka, zhidun, was \""
                + kind
                + '"');
        yield new SourceKind.Files(Path.of("/nonexistent"));
      }
    };
  }

  private static SourceKind elasticsearch(Section section) {
    String authority = section.textOrNull("ca-file");
    SourceKind.Elasticsearch read =
        new SourceKind.Elasticsearch(
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
    requireSound(section, read);
    return read;
  }

  /** Tells now what would else be told by the first backup; secrets are not read. */
  private static void requireSound(Section section, SourceKind.Elasticsearch read) {
    String secret = read.passwordFile() == null && read.apiKeyFile() == null ? null : "unread";
    try {
      new ElasticsearchOptions(
          read.url(),
          read.user(),
          secret,
          null,
          read.authority(),
          read.repository(),
          read.indices(),
          read.mostIndices(),
          read.kept(),
          read.patience());
    } catch (IllegalArgumentException e) {
      section.fault("kind", String.valueOf(e.getMessage()));
    }
  }

  private static SourceKind zhidun(Section section, Path work) {
    SortedMap<String, Path> keys = paths(section.section("keys"));
    if (keys.isEmpty()) {
      section.fault("keys", "must name at least one folder");
    }
    return new SourceKind.Zhidun(
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
      if (!ZhidunOptions.isName(name)) {
        section.fault(name, "is no name of a folder: a-z 0-9 -, and not database or keys");
      }
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
