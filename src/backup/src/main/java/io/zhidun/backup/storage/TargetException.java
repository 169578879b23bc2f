package io.zhidun.backup.storage;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a target could not do, and whether it is worth trying again. */
public final class TargetException extends IOException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Reason {
    EXISTS("is there already"),
    MISSING("is not there"),
    IMMUTABLE("may not be deleted"),
    FULL("no space is left"),
    UNREACHABLE("cannot be reached"),
    REFUSED("was refused");

    private final String words;

    Reason(String words) {
      this.words = words;
    }
  }

  private final Reason reason;

  public TargetException(
      Reason reason, String place, String name, @Nullable String detail, @Nullable Throwable why) {
    super(
        place + ": \"" + name + "\" " + reason.words + (detail == null ? "" : " (" + detail + ")"),
        why);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Whether the same may succeed later. */
  public boolean retryable() {
    return reason == Reason.UNREACHABLE;
  }
}
