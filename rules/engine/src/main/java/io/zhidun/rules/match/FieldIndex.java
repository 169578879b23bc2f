package io.zhidun.rules.match;

import io.zhidun.events.Event;
import io.zhidun.events.ValueType;
import io.zhidun.rules.atom.Atom;
import io.zhidun.rules.atom.Glob;
import io.zhidun.rules.atom.NumberTest;
import io.zhidun.rules.atom.Numbers;
import io.zhidun.rules.atom.TextTest;
import io.zhidun.rules.atom.TextView;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds which pivots hold on one field's values: whole values by hash, parts by automaton. */
final class FieldIndex {
  /** Number of the field; -1 for keywords, which are looked for in every value. */
  final int field;

  private final int[] presence;
  private final @Nullable EqualityTable whole;
  private final @Nullable Automaton parts;

  /** By number of the automaton's literal: the atoms that it stands for. */
  private final PartAtom[][] partAtoms;

  private final boolean numbers;

  /** An atom whose literal was found; {@code glob} is null if finding it was the whole question. */
  private record PartAtom(int atom, Glob glob, int length) {}

  private FieldIndex(Builder builder) {
    this.field = builder.field;
    this.presence = builder.presence.stream().mapToInt(Integer::intValue).toArray();
    this.whole = builder.wholeTable();
    this.parts =
        builder.parts.isEmpty()
            ? null
            : Automaton.compile(builder.parts.keySet().stream().map(Key::bytes).toList());
    this.partAtoms =
        builder.parts.values().stream()
            .map(list -> list.toArray(PartAtom[]::new))
            .toArray(PartAtom[][]::new);
    this.numbers = builder.numbers;
  }

  /** Tells the matcher every pivot that holds on the event. */
  void scan(Event event, int slot, EventMatcher matcher) {
    for (int atom : presence) {
      matcher.hold(atom);
    }
    if (whole == null && parts == null) {
      return;
    }
    for (int at = slot; at >= 0; at = event.next(at)) {
      scanValue(event, at, matcher);
    }
  }

  /** Looks at one value. */
  void scanValue(Event event, int slot, EventMatcher matcher) {
    if (event.type(slot) == ValueType.NULL) {
      return;
    }
    TextView view = matcher.view();
    view.showFolded(event, slot);
    if (whole != null) {
      hold(whole.find(view.bytes(), view.from(), view.to()), matcher);
    }
    if (parts != null) {
      matcher.scanParts(this, parts, view);
    }
    if (numbers && whole != null) {
      scanNumber(event, slot, view, whole, matcher);
    }
  }

  private static void hold(int[] atoms, EventMatcher matcher) {
    for (int atom : atoms) {
      matcher.hold(atom);
    }
  }

  /** A number that is not written plainly, such as 1.0 or 1e3, is looked up as it would be. */
  private static void scanNumber(
      Event event, int slot, TextView view, EqualityTable whole, EventMatcher matcher) {
    if (event.type(slot) == ValueType.BOOL || isPlain(view.bytes(), view.from(), view.to())) {
      return;
    }
    BigDecimal value = Numbers.read(view.bytes(), view.from(), view.to());
    if (value != null) {
      byte[] plain = new NumberTest(value).plain().getBytes(StandardCharsets.US_ASCII);
      for (int atom : whole.find(plain, 0, plain.length)) {
        if (matcher.isNumber(atom)) {
          matcher.hold(atom);
        }
      }
    }
  }

  /** No number at all, or digits without leading zero, so that the text is found as it stands. */
  private static boolean isPlain(byte[] bytes, int from, int to) {
    if (from == to || bytes[from] != '-' && (bytes[from] < '0' || bytes[from] > '9')) {
      return true;
    }
    if (bytes[from] == '0' && to - from > 1 || bytes[from] == '-') {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return false;
      }
    }
    return true;
  }

  /** A literal was found in what the view shows: confirms the atoms that it stands for. */
  void found(int literal, int end, TextView view, EventMatcher matcher) {
    for (PartAtom part : partAtoms[literal]) {
      if (matcher.isHeld(part.atom)) {
        continue;
      }
      if (part.glob.isCased() ? matcher.ask(part.atom) : confirms(part, end, view)) {
        matcher.hold(part.atom);
      }
    }
  }

  private static boolean confirms(PartAtom part, int end, TextView view) {
    Glob.Shape shape = part.glob.shape();
    boolean complete = part.glob.literal().length == part.length;
    if (shape == Glob.Shape.CONTAINS && complete) {
      return true;
    }
    if (shape == Glob.Shape.PREFIX && end - part.length != view.from()) {
      return false;
    }
    return part.glob.matches(view);
  }

  /** Folded bytes as a key of a map. */
  private record Key(String latin) {
    static Key of(byte[] bytes) {
      return new Key(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    byte[] bytes() {
      return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  /** Collects the pivots on one field. */
  static final class Builder {
    private final int field;
    private final List<Integer> presence = new ArrayList<>();
    private final Map<Key, List<Integer>> wholes = new LinkedHashMap<>();
    private final Map<Key, List<PartAtom>> parts = new LinkedHashMap<>();
    private boolean numbers;

    Builder(int field) {
      this.field = field;
    }

    void add(int number, Atom atom) {
      if (atom.test() instanceof NumberTest test) {
        numbers = true;
        whole(test.plain().getBytes(StandardCharsets.US_ASCII), number);
      } else if (atom.test() instanceof TextTest text && isWhole(text.glob())) {
        whole(text.glob().literal(), number);
      } else if (atom.test() instanceof TextTest text) {
        byte[] key = text.glob().key();
        parts
            .computeIfAbsent(Key.of(key), unused -> new ArrayList<>(1))
            .add(new PartAtom(number, text.glob(), key.length));
      } else {
        presence.add(number);
      }
    }

    private static boolean isWhole(Glob glob) {
      return glob.shape() == Glob.Shape.EQUALS && !glob.isCased();
    }

    private void whole(byte[] literal, int number) {
      wholes.computeIfAbsent(Key.of(literal), unused -> new ArrayList<>(1)).add(number);
    }

    private @Nullable EqualityTable wholeTable() {
      if (wholes.isEmpty()) {
        return null;
      }
      List<byte[]> keys = wholes.keySet().stream().map(Key::bytes).toList();
      List<int[]> atoms =
          wholes.values().stream()
              .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
              .toList();
      return EqualityTable.of(keys, atoms);
    }

    FieldIndex build() {
      return new FieldIndex(this);
    }
  }
}
