package io.zhidun.backup.repository;

import io.zhidun.events.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a backup is and of what it consists. Signed as it stands; a backup without one does not
 * exist.
 *
 * @param installation which Zhidun wrote it
 * @param keys ids of the keys that open it
 * @param immutableUntil before which it may not be deleted
 */
public record Manifest(
    int format,
    String installation,
    Heading heading,
    Facts facts,
    Instant finished,
    List<String> keys,
    @Nullable Instant immutableUntil,
    long plainBytes,
    long storedBytes,
    List<Chunk> chunks) {
  public static final int FORMAT = 1;

  /** Some 600,000 chunks: 4 TiB at the usual size. */
  static final int MOST_BYTES = 96 << 20;

  static final String NAME = "manifest.json";

  public Manifest {
    keys = List.copyOf(keys);
    chunks = List.copyOf(chunks);
    if (format != FORMAT) {
      throw new IllegalArgumentException(
          "a manifest of format " + format + "; this version reads " + FORMAT);
    }
    long plain = 0;
    for (int i = 0; i < chunks.size(); i++) {
      if (chunks.get(i).index() != i) {
        throw new IllegalArgumentException(
            "chunk " + chunks.get(i).index() + " stands in place " + i);
      }
      plain += chunks.get(i).plain();
    }
    if (plain != plainBytes) {
      throw new IllegalArgumentException("chunks of " + plain + " bytes, not " + plainBytes);
    }
  }

  public String id() {
    return heading.id();
  }

  /** The folder of this backup's objects. */
  public String folder() {
    return heading.folder();
  }

  static String folder(String system, String source, String id) {
    return folder(system, source) + id + '/';
  }

  static String folder(String system, String source) {
    return "backups/"
        + SystemName.require("a system", system)
        + '/'
        + SystemName.require("a source", source)
        + '/';
  }

  byte[] json() {
    return Json.mapper().writeValueAsBytes(this);
  }

  static Manifest parse(byte[] json, String place) throws RepositoryException {
    try {
      return ManifestJson.MAPPER.readValue(json, Manifest.class);
    } catch (JacksonException e) {
      throw new RepositoryException(
          RepositoryException.Fault.UNREADABLE,
          place,
          "the manifest is signed but cannot be read: " + e.getOriginalMessage(),
          e);
    }
  }
}
