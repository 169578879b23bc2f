package io.zhidun.rules.atom;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.zhidun.events.Event;
import io.zhidun.events.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A value contains a match of a regular expression, found in time linear in the value's length.
 * Case matters unless the flag says otherwise.
 */
public final class RegexTest implements Test {
  private final Pattern pattern;

  /**
   * @param flags of {@link Pattern}
   * @throws PatternSyntaxException for what linear-time matching does not have, such as look-around
   */
  public RegexTest(String expression, int flags) {
    this.pattern = Pattern.compile(expression, flags);
  }

  @Override
  public boolean holds(Event event, int field, TextView view) {
    for (int slot = event.first(field); slot >= 0; slot = event.next(slot)) {
      if (event.type(slot) != ValueType.NULL && pattern.matcher(event.textAt(slot)).find()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int cost() {
    return 9;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RegexTest test
        && pattern.pattern().equals(test.pattern.pattern())
        && pattern.flags() == test.pattern.flags();
  }

  @Override
  public int hashCode() {
    return pattern.pattern().hashCode() * 31 + pattern.flags();
  }
}
