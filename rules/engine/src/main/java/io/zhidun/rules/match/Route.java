package io.zhidun.rules.match;

import io.zhidun.rules.atom.Atom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The index over the rules that read one kind of log. Immutable once built. */
final class Route {
  private static final int[] NO_RULES = {};

  final FieldIndex[] fields;
  final @Nullable FieldIndex keywords;

  /** By atom: the rules that it is a pivot of; empty for most. */
  final int[][] rulesOf;

  /** By atom: whether the index answers it, so that unheld means false. */
  final boolean[] indexed;

  /** Rules without a pivot, looked at for every event. */
  final int[] always;

  /** How many rules the route holds. */
  final int size;

  private Route(Builder builder) {
    this.fields =
        builder.indexes.values().stream().map(FieldIndex.Builder::build).toArray(FieldIndex[]::new);
    this.keywords = builder.keywords == null ? null : builder.keywords.build();
    this.rulesOf = builder.rules;
    this.indexed = builder.indexed;
    this.always = builder.always.stream().mapToInt(Integer::intValue).toArray();
    this.size = builder.size;
  }

  /** Collects the rules of a route. */
  static final class Builder {
    private final Atom[] atoms;
    private final int[][] rules;
    private final boolean[] indexed;
    private final Map<Integer, FieldIndex.Builder> indexes = new LinkedHashMap<>();
    private FieldIndex.@Nullable Builder keywords;
    private final List<Integer> always = new ArrayList<>();
    private int size;

    Builder(Atom[] atoms) {
      this.atoms = atoms;
      this.rules = new int[atoms.length][];
      Arrays.fill(rules, NO_RULES);
      this.indexed = new boolean[atoms.length];
    }

    void add(int rule, @Nullable Set<Integer> pivots) {
      size++;
      if (pivots == null) {
        always.add(rule);
        return;
      }
      for (int pivot : pivots) {
        int[] known = rules[pivot];
        if (known.length == 0) {
          index(pivot);
          rules[pivot] = new int[] {rule};
        } else {
          int[] more = Arrays.copyOf(known, known.length + 1);
          more[known.length] = rule;
          rules[pivot] = more;
        }
      }
    }

    private void index(int pivot) {
      Atom atom = atoms[pivot];
      indexed[pivot] = true;
      if (!atom.isKeyword()) {
        indexes.computeIfAbsent(atom.fieldNumber(), FieldIndex.Builder::new).add(pivot, atom);
        return;
      }
      if (keywords == null) {
        keywords = new FieldIndex.Builder(-1);
      }
      keywords.add(pivot, atom);
    }

    Route build() {
      return new Route(this);
    }
  }
}
