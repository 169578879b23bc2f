package io.zhidun.rules.atom;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.zhidun.events.Event;
import io.zhidun.events.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value contains a match of a regular expression, found in time linear in the value's length.
 * Case matters unless the flag says otherwise.
 */
public final class RegexTest implements Test {
  private final Pattern pattern;

  /** Of which one stands in every value that matches; empty if nothing is known. */
  private final List<Glob> needs;

  /** Answers for texts in ASCII; null where the expression is left to {@link #pattern}. */
  private final @Nullable RegexMachine machine;

  private final int least;

  /** Counts within counts multiply; what unfolds further would fill the memory. */
  private static final long MOST_REPEATS = 20_000;

  private static final java.util.regex.Pattern COUNT =
      java.util.regex.Pattern.compile("\\{(?:\\d{1,4},)?(\\d{1,4})\\}|\\{(\\d{1,4}),\\}");

  /**
   * @param flags of {@link Pattern}
   * @throws PatternSyntaxException for what linear-time matching does not have, such as look-around
   */
  public RegexTest(String expression, int flags) {
    refuseExploding(expression);
    this.pattern = Pattern.compile(expression, flags);
    this.needs =
        RegexLiterals.of(expression).stream()
            .map(literal -> PatternText.read(literal, true))
            .map(text -> text.glob(PatternText.Anchor.ANYWHERE, false, false))
            .toList();
    RegexProgram program = RegexProgram.of(expression, flags);
    this.machine = program == null ? null : new RegexMachine(program);
    this.least = program == null ? 0 : program.least();
  }

  /**
   * Patterns without case of which one matches every value that this matches, so that an index can
   * find it; empty if nothing is known.
   */
  public List<Glob> needs() {
    return needs;
  }

  @Override
  public boolean holds(Event event, int field, TextView view) {
    for (int slot = event.first(field); slot >= 0; slot = event.next(slot)) {
      if (event.type(slot) != ValueType.NULL && matches(event, slot, view)) {
        return true;
      }
    }
    return false;
  }

  /** All counts at once are more than any nesting of them can come to. */
  private static void refuseExploding(String expression) {
    RegexNode tree = RegexReader.read(expression, 0);
    long repeats = tree == null ? 1 : tree.unfolded();
    java.util.regex.Matcher count = COUNT.matcher(expression);
    while (tree == null && repeats <= MOST_REPEATS && count.find()) {
      String most = count.group(1) == null ? count.group(2) : count.group(1);
      repeats *= Math.max(1, Long.parseLong(most));
    }
    if (repeats > MOST_REPEATS) {
      throw new IllegalArgumentException(
          "regular expression repeats parts more than " + MOST_REPEATS + " times in all");
    }
  }

  private boolean matches(Event event, int slot, TextView view) {
    view.showFolded(event, slot);
    if (machine != null && view.isAscii()) {
      if (view.to() - view.from() < least) {
        return false;
      }
      RegexMachine.Answer answer = machine.search(view.bytes(), view.from(), view.to());
      if (answer != RegexMachine.Answer.UNKNOWN) {
        return answer == RegexMachine.Answer.YES;
      }
    }
    return mayMatch(view) && pattern.matcher(event.textAt(slot)).find();
  }

  private boolean mayMatch(TextView view) {
    for (Glob need : needs) {
      if (need.matches(view)) {
        return true;
      }
    }
    return needs.isEmpty();
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
