package io.zhidun.rules.explain;

import io.zhidun.events.Event;
import io.zhidun.events.Explanation;
import io.zhidun.events.ValueType;
import io.zhidun.rules.atom.Atom;
import io.zhidun.rules.atom.TextView;
import io.zhidun.rules.sigma.Expression;
import io.zhidun.rules.sigma.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which of a rule's conditions made it true of an event, and with which values. */
final class Conditions {
  /** A rule with hundreds of filters shows the first; who wants all reads the rule. */
  private static final int MOST = 50;

  private static final int LONGEST_VALUE = 1_024;

  private final String rule;
  private final Event event;
  private final TextView view = new TextView();
  private final TextView aside = new TextView();
  private final Event one = new Event();
  private final Map<Atom, Boolean> answers = new IdentityHashMap<>();
  private final Map<Integer, String> texts = new HashMap<>();
  private final List<Explanation.Condition> found = new ArrayList<>();

  private Conditions(String rule, Event event) {
    this.rule = rule;
    this.event = event;
    view.begin();
  }

  /** What held; empty if the rule is not true of the event. */
  static List<Explanation.Condition> of(Rule rule, Event event) {
    Conditions conditions = new Conditions(rule.name(), event);
    Expression whole = rule.requireCondition();
    if (conditions.isTrue(whole)) {
      conditions.collect(whole, "");
    }
    return conditions.found;
  }

  private boolean isTrue(Expression expression) {
    return expression.test(this::holds);
  }

  /** Asked again and again on the way down, answered once. */
  private boolean holds(Atom atom) {
    Boolean known = answers.get(atom);
    if (known == null) {
      known = atom.holds(event, view);
      answers.put(atom, known);
    }
    return known;
  }

  private void collect(Expression expression, String selection) {
    if (found.size() >= MOST) {
      return;
    }
    if (expression instanceof Expression.Selection named) {
      collect(named.part(), named.name());
    } else if (expression instanceof Expression.All all) {
      all.parts().forEach(part -> collect(part, selection));
    } else if (expression instanceof Expression.Any any) {
      any.parts().stream()
          .filter(this::isTrue)
          .findFirst()
          .ifPresent(part -> collect(part, selection));
    } else if (expression instanceof Expression.Holds holds) {
      found.add(condition(holds.atom(), selection, false));
    } else if (expression instanceof Expression.Not not) {
      collectAbsent(not.part(), selection);
    }
  }

  /** Of what did not hold, the atoms that could have made it hold. */
  private void collectAbsent(Expression expression, String selection) {
    if (found.size() >= MOST) {
      return;
    }
    if (expression instanceof Expression.Selection named) {
      collectAbsent(named.part(), named.name());
    } else if (expression instanceof Expression.Any any) {
      any.parts().forEach(part -> collectAbsent(part, selection));
    } else if (expression instanceof Expression.All all) {
      all.parts().stream()
          .filter(part -> !isTrue(part))
          .findFirst()
          .ifPresent(part -> collectAbsent(part, selection));
    } else if (expression instanceof Expression.Holds holds) {
      found.add(condition(holds.atom(), selection, true));
    } else if (expression instanceof Expression.Not not) {
      collect(not.part(), selection);
    }
  }

  private Explanation.Condition condition(Atom atom, String selection, boolean negated) {
    return new Explanation.Condition(
        rule,
        selection,
        atom.field(),
        atom.operator(),
        atom.expected(),
        atom.isKeyword() ? keywordValue(atom, negated) : actual(atom, negated),
        negated);
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
    return texts.computeIfAbsent(slot, one -> cut(event.textAt(one)));
  }

  private boolean holdsAlone(Atom atom, int slot) {
    one.clear();
    one.put(
        atom.fieldNumber(), event.type(slot), event.data(slot), event.from(slot), event.to(slot));
    return atom.test().holds(one, atom.fieldNumber(), aside);
  }

  private String keywordValue(Atom atom, boolean negated) {
    for (int slot = 0; !negated && slot < event.size(); slot++) {
      one.clear();
      one.put(0, event.type(slot), event.data(slot), event.from(slot), event.to(slot));
      if (atom.holds(one, aside)) {
        return cut(event.textAt(slot));
      }
    }
    return "";
  }

  private static String cut(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
  }
}
