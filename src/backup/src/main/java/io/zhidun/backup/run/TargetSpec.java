package io.zhidun.backup.run;

import io.zhidun.backup.policy.Section;
import io.zhidun.backup.storage.Bandwidth;
import io.zhidun.backup.storage.DirectoryTarget;
import io.zhidun.backup.storage.S3Options;
import io.zhidun.backup.storage.S3Target;
import io.zhidun.backup.storage.SftpOptions;
import io.zhidun.backup.storage.SftpTarget;
import io.zhidun.backup.storage.Target;
import io.zhidun.backup.storage.ThrottledTarget;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A target as the configuration has it.
 *
 * @param medium what kind of storage it is, to count different ones
 * @param offsite whether it is elsewhere
 * @param immutable whether nobody can delete there before the time
 */
public record TargetSpec(
    String name, String medium, boolean offsite, boolean immutable, Opening opening) {
  /** Opens the target; secrets are read then. */
  @FunctionalInterface
  public interface Opening {
    Target open() throws IOException;
  }

  static TargetSpec read(String name, Section section) {
    String kind = section.text("kind");
    boolean appendOnly = section.flag("append-only", false);
    boolean objectLock = section.flag("object-lock", false);
    int limit =
        section.has("bytes-per-second")
            ? section.number("bytes-per-second", 1024, Integer.MAX_VALUE)
            : 0;
    Opening opening =
        switch (kind) {
          case "directory" -> directory(Path.of(section.text("path")), appendOnly);
          case "sftp" -> sftp(section, appendOnly);
          case "s3" -> s3(section, objectLock, appendOnly);
          default -> {
            section.fault("kind", "must be one of directory, sftp, s3, was \"" + kind + '"');
            yield () -> new DirectoryTarget(Path.of("/nonexistent"), true);
          }
        };
    String medium = section.has("medium") ? section.text("medium") : kind;
    return new TargetSpec(
        name,
        medium,
        section.flag("offsite", false),
        appendOnly || objectLock,
        limit == 0 ? opening : throttled(opening, limit));
  }

  private static Opening directory(Path path, boolean appendOnly) {
    return () -> new DirectoryTarget(path, appendOnly);
  }

  private static Opening throttled(Opening opening, int bytesPerSecond) {
    return () ->
        new ThrottledTarget(
            opening.open(),
            new Bandwidth(
                bytesPerSecond,
                System::nanoTime,
                nanos -> Thread.sleep(Duration.ofNanos(nanos).toMillis())));
  }

  private static Opening sftp(Section section, boolean appendOnly) {
    String host = section.text("host");
    int port = section.has("port") ? section.number("port", 1, 65535) : 22;
    String user = section.text("user");
    String hostKey = section.text("host-key");
    String identity = section.textOrNull("identity");
    String passwordFile = section.textOrNull("password-file");
    String path = section.text("path");
    if (identity == null && passwordFile == null) {
      section.fault("identity", "or password-file must be there");
    }
    return () ->
        new SftpTarget(
            new SftpOptions(
                host,
                port,
                user,
                hostKey,
                identity == null ? null : Path.of(identity),
                secret(passwordFile),
                path,
                appendOnly,
                Duration.ofSeconds(30)));
  }

  private static Opening s3(Section section, boolean objectLock, boolean appendOnly) {
    String endpoint = section.text("endpoint");
    String region = section.has("region") ? section.text("region") : "us-east-1";
    String bucket = section.text("bucket");
    String prefix = section.has("prefix") ? section.text("prefix") : "";
    String access = section.text("access-key-file");
    String secret = section.text("secret-key-file");
    return () ->
        new S3Target(
            new S3Options(
                URI.create(endpoint),
                region,
                bucket,
                prefix,
                secret(access) + "",
                secret(secret) + "",
                objectLock,
                appendOnly));
  }

  /** The first line of a file. */
  static @Nullable String secret(@Nullable String file) throws IOException {
    if (file == null) {
      return null;
    }
    return Files.readString(Path.of(file)).lines().findFirst().orElse("");
  }
}
