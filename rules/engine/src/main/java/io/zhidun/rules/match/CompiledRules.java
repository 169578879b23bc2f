package io.zhidun.rules.match;

import io.zhidun.events.LogSource;
import io.zhidun.rules.atom.Atom;
import io.zhidun.rules.atom.Glob;
import io.zhidun.rules.atom.TextTest;
import io.zhidun.rules.sigma.Expression;
import io.zhidun.rules.sigma.Rule;
import java.util.ArrayList;
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

  /** The pattern of an atom that is one, compared without case, of a field; else null. */
  final @Nullable Glob[] globOf;

  private final Pivots pivots;
  private final Map<LogSource, RouteSource> routes = new ConcurrentHashMap<>();

  private CompiledRules(List<Rule> all) {
    this.rules = all.toArray(Rule[]::new);
    AtomTable table = new AtomTable();
    this.programs = new Program[rules.length];
    for (int i = 0; i < rules.length; i++) {
      programs[i] = program(rules[i].requireCondition(), table);
    }
    this.pivots = new Pivots(table);
    this.atoms = table.all();
    this.fieldOf = new int[atoms.length];
    this.globOf = new Glob[atoms.length];
    for (int i = 0; i < atoms.length; i++) {
      fieldOf[i] = atoms[i].isKeyword() ? -1 : atoms[i].fieldNumber();
      boolean plain = atoms[i].test() instanceof TextTest text && !text.glob().isCased();
      globOf[i] = plain && fieldOf[i] >= 0 ? ((TextTest) atoms[i].test()).glob() : null;
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

  RouteSource route(LogSource logSource) {
    RouteSource known = routes.get(logSource);
    if (known != null) {
      return known;
    }
    boolean shares = routes.size() >= MOST_ROUTES || logSource.equals(LogSource.ANY);
    LogSource source = shares ? LogSource.ANY : logSource;
    return routes.computeIfAbsent(source, one -> new RouteSource(this, one, shares));
  }

  /**
   * Builds the index of a kind of log on what is known of atoms.
   *
   * @param answered atoms that it shall answer besides its pivots
   */
  Route build(LogSource logSource, Pivots.Measured measured, Set<Integer> answered) {
    Route.Builder builder = new Route.Builder(this);
    for (int i = 0; i < rules.length; i++) {
      if (Routing.reads(rules[i].logSource(), logSource)) {
        Pivots.Choice choice = pivots.choose(programs[i], measured);
        builder.add(i, choice == null ? null : choice.atoms());
      }
    }
    answered.forEach(builder::addAnswer);
    return builder.build();
  }

  /** Whether an atom is a search through a value, which one scan does for all such atoms. */
  boolean isSearch(int atom) {
    if (!(atoms[atom].test() instanceof TextTest text)) {
      return false;
    }
    Glob glob = text.glob();
    boolean open = glob.shape() == Glob.Shape.CONTAINS || glob.shape() == Glob.Shape.GENERAL;
    return open && !glob.isCased() && glob.literal().length > 0;
  }

  /** What share of events an atom is thought to hold in before any was seen. */
  double guess(int atom) {
    return pivots.guess(atom);
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
      return new Program.Ask(table.number(holds.atom()));
    }
    if (expression instanceof Expression.Not not) {
      return new Program.None(program(not.part(), table));
    }
    if (expression instanceof Expression.All all) {
      return joined(all.parts(), table, Program.Every::new);
    }
    Expression.Any any = (Expression.Any) expression;
    return joined(any.parts(), table, Program.Some::new);
  }

  private static Program joined(
      List<Expression> parts, AtomTable table, Function<Program[], Program> join) {
    List<Program> programs = new ArrayList<>();
    parts.forEach(part -> programs.add(program(part, table)));
    return programs.size() == 1 ? programs.get(0) : join.apply(programs.toArray(Program[]::new));
  }
}
