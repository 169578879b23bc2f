package io.zhidun.backup.storage;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place that keeps named objects. Names are as {@link ObjectNames} allows; an object is there
 * whole or not at all, is never changed, and is replaced by nothing. Implementations may be used by
 * several threads. They must not retry without end: who calls decides with {@link
 * TargetException#retryable()}.
 */
public interface Target extends AutoCloseable {
  /** Where this is, for people; without secrets. */
  String place();

  /**
   * Stores an object that is not there yet.
   *
   * @param keepUntil before which the target itself refuses to delete it, where it can; null: as
   *     the target is set up
   * @throws TargetException with {@code EXISTS} where the name is taken; the old object stays
   */
  void put(String name, Content content, @Nullable Instant keepUntil) throws IOException;

  /**
   * Opens {@code length} bytes from {@code offset}; fewer come only where the object ends.
   *
   * @throws TargetException with {@code MISSING}
   */
  InputStream open(String name, long offset, long length) throws IOException;

  /** The object of this name, without its bytes. */
  Optional<StoredObject> find(String name) throws IOException;

  /**
   * Objects whose name begins with {@code prefix}, in the order of their names (by code unit).
   *
   * @param after the last name already seen, or null
   * @param limit at most this many, 1 to 1000
   */
  Page list(String prefix, @Nullable String after, int limit) throws IOException;

  /**
   * Deletes an object; one that is not there is no error.
   *
   * @throws TargetException with {@code IMMUTABLE} where the target keeps what it has
   */
  void delete(String name) throws IOException;

  @Override
  void close() throws IOException;
}
