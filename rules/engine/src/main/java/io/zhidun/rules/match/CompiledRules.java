package io.zhidun.rules.match;

import io.zhidun.events.LogSource;
import io.zhidun.rules.atom.Atom;
import io.zhidun.rules.atom.NumberTest;
import io.zhidun.rules.sigma.Expression;
import io.zhidun.rules.sigma.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rules on single events, compiled: shared atoms, a program a rule, and an index for each kind of
 * log, built when that kind is first met. Shared by all threads; the scratch space is in {@link
 * EventMatcher}.
 */
public final class CompiledRules {
  /** Kinds of log with an index of their own; further ones share that of all rules. */
  private static final int MOST_ROUTES = 256;

  final Rule[] rules;
  final Program[] programs;
  final Atom[] atoms;

  /** Field number by atom; -1 for a keyword. */
  final int[] fieldOf;

  final boolean[] numberAtom;
  private final Pivots.@Nullable Choice[] pivots;
  private final Map<LogSource, Route> routes = new ConcurrentHashMap<>();

  private CompiledRules(List<Rule> all) {
    this.rules = all.toArray(Rule[]::new);
    AtomTable table = new AtomTable();
    Pivots chooser = new Pivots(table);
    this.programs = new Program[rules.length];
    this.pivots = new Pivots.Choice[rules.length];
    for (int i = 0; i < rules.length; i++) {
      Expression condition = rules[i].requireCondition();
      programs[i] = program(condition, table);
      pivots[i] = chooser.choose(condition);
    }
    this.atoms = table.all();
    this.fieldOf = new int[atoms.length];
    this.numberAtom = new boolean[atoms.length];
    for (int i = 0; i < atoms.length; i++) {
      fieldOf[i] = atoms[i].isKeyword() ? -1 : atoms[i].fieldNumber();
      numberAtom[i] = atoms[i].test() instanceof NumberTest;
    }
  }

  /** Compiles the rules on single events among {@code rules}. */
  public static CompiledRules compile(List<Rule> rules) {
    return new CompiledRules(rules.stream().filter(rule -> !rule.isCorrelation()).toList());
  }

  /** Builds the index of a kind of log ahead of its first event. */
  public void prepare(LogSource logSource) {
    route(logSource);
  }

  /** The kinds of log that have an index by now. */
  public Set<LogSource> prepared() {
    return Set.copyOf(routes.keySet());
  }

  Route route(LogSource logSource) {
    Route known = routes.get(logSource);
    if (known != null) {
      return known;
    }
    boolean shares = routes.size() >= MOST_ROUTES;
    return routes.computeIfAbsent(shares ? LogSource.ANY : logSource, this::build);
  }

  private Route build(LogSource logSource) {
    Route.Builder builder = new Route.Builder(atoms);
    for (int i = 0; i < rules.length; i++) {
      if (rules[i].logSource().reads(logSource)) {
        Pivots.Choice choice = pivots[i];
        builder.add(i, choice == null ? null : choice.atoms());
      }
    }
    return builder.build();
  }

  /** How many distinct atoms the rules ask. */
  public int atomCount() {
    return atoms.length;
  }

  private static Program program(Expression expression, AtomTable table) {
    if (expression instanceof Expression.Selection selection) {
      return program(selection.part(), table);
    }
    if (expression instanceof Expression.Holds holds) {
      return new Program.Ask(table.number(holds.atom()), holds.atom().test().cost());
    }
    if (expression instanceof Expression.Not not) {
      Program part = program(not.part(), table);
      return new Program.None(part, part.cost());
    }
    if (expression instanceof Expression.All all) {
      return joined(all.parts(), table, parts -> new Program.Every(parts, cost(parts)));
    }
    Expression.Any any = (Expression.Any) expression;
    return joined(any.parts(), table, parts -> new Program.Some(parts, cost(parts)));
  }

  private static Program joined(
      List<Expression> parts, AtomTable table, Function<Program[], Program> join) {
    List<Program> programs = new ArrayList<>();
    parts.forEach(part -> programs.add(program(part, table)));
    programs.sort(Comparator.comparingInt(Program::cost));
    return programs.size() == 1 ? programs.get(0) : join.apply(programs.toArray(Program[]::new));
  }

  private static int cost(Program[] parts) {
    return Arrays.stream(parts).mapToInt(Program::cost).reduce(1, Math::addExact);
  }
}
