package io.zhidun.rules.explain;

import io.zhidun.events.Event;
import io.zhidun.events.Explanation;
import io.zhidun.events.ValueType;
import io.zhidun.rules.atom.Atom;
import io.zhidun.rules.atom.TextView;
import io.zhidun.rules.sigma.Expression;
import io.zhidun.rules.sigma.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of a rule's conditions made it true of an event, and with which values. */
final class Conditions {
  /** A rule with hundreds of filters shows the first; who wants all reads the rule. */
  private static final int MOST = 50;

  private static final int LONGEST_VALUE = 1_024;

  private final Event event;
  private final TextView view = new TextView();
  private @Nullable Event one;
  private @Nullable TextView aside;
  private final @Nullable String[] texts;
  private final List<Reason> reasons = new ArrayList<>();
  private String selection = "";

  private Conditions(Event event) {
    this.event = event;
    this.texts = new String[event.size()];
    view.begin();
  }

  /** An atom that held or, where that counts, did not. */
  private record Reason(Atom atom, String selection, boolean negated) {}

  /** What held; empty if the rule is not true of the event. */
  static List<Explanation.Condition> of(Rule rule, Event event) {
    Conditions conditions = new Conditions(event);
    if (!conditions.tells(rule.requireCondition(), true)) {
      return List.of();
    }
    List<Explanation.Condition> told = new ArrayList<>(conditions.reasons.size());
    for (Reason reason : conditions.reasons) {
      told.add(conditions.condition(rule.name(), reason));
    }
    return told;
  }

  /**
   * Whether an expression comes out as wanted. If so its reasons are added: of parts that must all
   * come out so each one's, of parts of which one is enough the first one's.
   */
  private boolean tells(Expression expression, boolean wanted) {
    if (expression instanceof Expression.Holds holds) {
      return tells(holds.atom(), wanted);
    }
    if (expression instanceof Expression.Selection named) {
      String around = selection;
      selection = named.name();
      boolean told = tells(named.part(), wanted);
      selection = around;
      return told;
    }
    if (expression instanceof Expression.Not not) {
      return tells(not.part(), !wanted);
    }
    if (expression instanceof Expression.All all) {
      return wanted ? tellsEach(all.parts(), true) : tellsFirst(all.parts(), false);
    }
    List<Expression> parts = ((Expression.Any) expression).parts();
    return wanted ? tellsFirst(parts, true) : tellsEach(parts, false);
  }

  private boolean tells(Atom atom, boolean wanted) {
    if (atom.holds(event, view) != wanted) {
      return false;
    }
    if (reasons.size() < MOST) {
      reasons.add(new Reason(atom, selection, !wanted));
    }
    return true;
  }

  private boolean tellsEach(List<Expression> parts, boolean wanted) {
    int before = reasons.size();
    for (Expression part : parts) {
      if (!tells(part, wanted)) {
        reasons.subList(before, reasons.size()).clear();
        return false;
      }
    }
    return true;
  }

  private boolean tellsFirst(List<Expression> parts, boolean wanted) {
    for (Expression part : parts) {
      if (tells(part, wanted)) {
        return true;
      }
    }
    return false;
  }

  private Explanation.Condition condition(String rule, Reason reason) {
    Atom atom = reason.atom;
    return new Explanation.Condition(
        rule,
        reason.selection,
        atom.field(),
        atom.operator(),
        atom.expected(),
        atom.isKeyword() ? keywordValue(atom, reason.negated) : actual(atom, reason.negated),
        reason.negated);
  }

  /** The value that holds, or all of them where none does. */
  private String actual(Atom atom, boolean negated) {
    int first = event.first(atom.fieldNumber());
    if (!negated && first >= 0 && event.next(first) < 0) {
      // Its only value is the one that holds.
      return event.type(first) == ValueType.NULL ? "" : text(first);
    }
    List<String> values = new ArrayList<>();
    for (int slot = event.first(atom.fieldNumber()); slot >= 0; slot = event.next(slot)) {
      if (event.type(slot) == ValueType.NULL) {
        continue;
      }
      String value = text(slot);
      if (!negated && holdsAlone(atom, slot)) {
        return value;
      }
      if (values.size() < MOST) {
        values.add(value);
      }
    }
    return cut(String.join(", ", values));
  }

  /** Many conditions ask for one field; its text is made once. */
  private String text(int slot) {
    String known = texts[slot];
    if (known == null) {
      known = cut(view.text(event, slot));
      texts[slot] = known;
    }
    return known;
  }

  private boolean holdsAlone(Atom atom, int slot) {
    return atom.test().holds(alone(atom.fieldNumber(), slot), atom.fieldNumber(), aside());
  }

  private String keywordValue(Atom atom, boolean negated) {
    for (int slot = 0; !negated && slot < event.size(); slot++) {
      if (atom.holds(alone(0, slot), aside())) {
        return text(slot);
      }
    }
    return "";
  }

  private TextView aside() {
    TextView known = aside == null ? new TextView() : aside;
    aside = known;
    return known;
  }

  /** An event of one value. */
  private Event alone(int field, int slot) {
    Event alone = one == null ? new Event() : one;
    one = alone;
    alone.clear();
    alone.put(field, event.type(slot), event.data(slot), event.from(slot), event.to(slot));
    return alone;
  }

  private static String cut(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
  }
}
