package io.zhidun.rules.match;

import io.zhidun.rules.atom.Atom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The index over the rules that read one kind of log. What it finds never changes; how often its
 * pivots held is counted in it, without locks, since an estimate is all that is made of it.
 */
final class Route {
  /** By field number: its index, or null; numbers beyond the end have none. */
  private final @Nullable FieldIndex[] fields;

  /** The fields that have an index, and beside each its index. */
  final int[] indexed;

  final FieldIndex[] indexes;

  final @Nullable FieldIndex keywords;

  final Decisions decisions;

  /** By pivot: its atom, and the rules that it is a pivot of. */
  final int[] atomOf;

  final int[][] rulesOf;

  /** Atoms that the index answers, so that unheld means false. */
  private final long[] answered;

  /** Rules without a pivot, looked at for every event. */
  final int[] always;

  /** By pivot: in how many events it held. */
  final int[] held;

  /** By atom: how often the event was asked for it; null once nothing more is learned. */
  int @Nullable [] asked;

  /** Events seen. */
  int seen;

  private Route(Builder builder) {
    int most = builder.indexes.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
    this.fields = new FieldIndex[most + 1];
    this.indexed = builder.indexes.keySet().stream().mapToInt(Integer::intValue).toArray();
    this.indexes = new FieldIndex[indexed.length];
    for (int i = 0; i < indexed.length; i++) {
      indexes[i] = Objects.requireNonNull(builder.indexes.get(indexed[i])).build();
      fields[indexed[i]] = indexes[i];
    }
    this.keywords = builder.keywords == null ? null : builder.keywords.build();
    this.atomOf = builder.pivots.keySet().stream().mapToInt(Integer::intValue).toArray();
    this.rulesOf =
        builder.rules.stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    this.answered = new long[(builder.compiled.atoms.length >> 6) + 1];
    for (int atom : atomOf) {
      answered[atom >> 6] |= 1L << atom;
    }
    this.always = builder.always.stream().mapToInt(Integer::intValue).toArray();
    this.held = new int[atomOf.length];
    this.asked = new int[builder.compiled.atoms.length];
    this.decisions = builder.decisions();
  }

  @Nullable FieldIndex index(int field) {
    return field >= 0 && field < fields.length ? fields[field] : null;
  }

  boolean answers(int atom) {
    return (answered[atom >> 6] & 1L << atom) != 0;
  }

  /** Collects the rules of a route. */
  static final class Builder {
    private static final int DEAR = 10;

    private final CompiledRules compiled;
    private final List<Integer> read = new ArrayList<>();

    /** Pivots by atom, numbered as they come. */
    private final Map<Integer, Integer> pivots = new LinkedHashMap<>();

    private final List<List<Integer>> rules = new ArrayList<>();
    private final Map<Integer, FieldIndex.Builder> indexes = new LinkedHashMap<>();
    private FieldIndex.@Nullable Builder keywords;
    private final List<Integer> always = new ArrayList<>();

    Builder(CompiledRules compiled) {
      this.compiled = compiled;
    }

    void add(int rule, @Nullable Set<Integer> chosen) {
      read.add(rule);
      if (chosen == null) {
        always.add(rule);
        return;
      }
      for (int atom : chosen) {
        rules.get(pivot(atom)).add(rule);
      }
    }

    /** Has the index answer an atom that is no rule's pivot. */
    void addAnswer(int atom) {
      pivot(atom);
    }

    private int pivot(int atom) {
      Integer known = pivots.get(atom);
      if (known != null) {
        return known;
      }
      int pivot = rules.size();
      pivots.put(atom, pivot);
      rules.add(new ArrayList<>(1));
      index(pivot, atom);
      return pivot;
    }

    private void index(int pivot, int number) {
      Atom atom = compiled.atoms[number];
      if (!atom.isKeyword()) {
        indexes
            .computeIfAbsent(atom.fieldNumber(), unused -> new FieldIndex.Builder(false))
            .add(pivot, number, atom);
        return;
      }
      if (keywords == null) {
        keywords = new FieldIndex.Builder(true);
      }
      keywords.add(pivot, number, atom);
    }

    /** What the index answers costs a look; what the event is asked for costs ten at least. */
    private Decisions decisions() {
      Decisions.Builder builder =
          new Decisions.Builder(
              compiled.rules.length,
              atom -> pivots.containsKey(atom) ? 1 : 2 + DEAR * compiled.atoms[atom].test().cost());
      for (int rule : read) {
        builder.add(rule, compiled.programs[rule]);
      }
      return builder.build();
    }

    Route build() {
      return new Route(this);
    }
  }
}
