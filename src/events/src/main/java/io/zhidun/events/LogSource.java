package io.zhidun.events;

import org.jspecify.annotations.Nullable;

/**
 * The Sigma triple that says what kind of log an event came from or a rule reads.
 *
 * @param category such as {@code webserver}, or null for any
 * @param product such as {@code linux}, or null for any
 * @param service such as {@code sshd}, or null for any
 */
public record LogSource(
    @Nullable String category, @Nullable String product, @Nullable String service) {
  public static final LogSource ANY = new LogSource(null, null, null);

  /**
   * Whether a rule for this log source reads events of {@code event}: each part that the rule names
   * is the event's. An event of unknown origin is read by every rule.
   */
  public boolean reads(LogSource event) {
    return event.equals(ANY)
        || (agrees(category, event.category)
            && agrees(product, event.product)
            && agrees(service, event.service));
  }

  private static boolean agrees(@Nullable String wanted, @Nullable String actual) {
    return wanted == null || wanted.equals(actual);
  }
}
