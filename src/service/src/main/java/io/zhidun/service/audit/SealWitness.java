package io.zhidun.service.audit;

import io.zhidun.trust.Sm3;
import io.zhidun.trust.chain.TrailPosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Remembers outside the database how far the trail was sealed, so that whoever can write the
 * database alone can neither cut the trail off nor put another one in its place.
 */
@Component
class SealWitness {
  private static final int MOST_BYTES = 512;

  private final Path file;

  SealWitness(AuditProperties properties) {
    this.file = Path.of(properties.witness()).toAbsolutePath();
  }

  /**
   * What the trail was once.
   *
   * @param head hash of its last record then
   * @param root of the Merkle tree of its first {@code size} records
   */
  record Seen(String name, long size, String head, byte[] root) {}

  /** Remembers a position, which must be on disk. */
  synchronized void note(TrailPosition position) {
    String text =
        "%s %d %s %s\n"
            .formatted(
                position.name(), position.size(), position.headHex(), Sm3.hex(position.root()));
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent(), "the folder of a file"));
      Files.writeString(next, text);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** What was remembered last; empty where there is no file. */
  Optional<Seen> seen() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new IOException("longer than " + MOST_BYTES + " bytes");
      }
      List<String> parts = List.of(Files.readString(file).strip().split(" ", -1));
      return Optional.of(
          new Seen(
              parts.get(0),
              Long.parseLong(parts.get(1)),
              parts.get(2),
              HexFormat.of().parseHex(parts.get(3))));
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException(file + " is not a trail's name, size, head and root", e);
    }
  }
}
