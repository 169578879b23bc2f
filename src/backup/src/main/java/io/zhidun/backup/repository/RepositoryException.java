package io.zhidun.backup.repository;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A backup that is not as it was written, or is not ours to read. The message names the place. */
public final class RepositoryException extends IOException {
  private static final long serialVersionUID = 1;

  /** What is wrong. */
  public enum Fault {
    MANIFEST_MISSING,
    MANIFEST_CHANGED,
    /** Signed by a key that is not believed. */
    UNKNOWN_SIGNER,
    /** Of another installation, system or backup than the place where it lies. */
    FOREIGN_MANIFEST,
    CHUNK_MISSING,
    CHUNK_TRUNCATED,
    CHUNK_CHANGED,
    /** The bytes of one chunk lie in the place of another. */
    CHUNK_REORDERED,
    /** No key that is held opens it. */
    WRONG_KEY,
    /** Hash and signature hold, but what is inside is not what the manifest says. */
    UNREADABLE,
    /** May not be deleted yet. */
    IMMUTABLE
  }

  private final Fault fault;

  public RepositoryException(Fault fault, String place, String detail, @Nullable Throwable why) {
    super(place + ": " + detail, why);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
