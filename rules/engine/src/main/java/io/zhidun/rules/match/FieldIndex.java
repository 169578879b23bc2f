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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds which pivots hold on one field's values: whole values by hash, beginnings and ends by
 * trees, parts by grams.
 */
final class FieldIndex {
  /** A shorter literal would be found too often to be looked for as it is written. */
  private static final int SHORTEST_WRITTEN = 2;

  private final int[] presence;
  private final @Nullable EqualityTable whole;
  private final @Nullable EdgeTrie starts;
  private final @Nullable EdgeTrie ends;
  private final @Nullable GramTable parts;

  /** Finds the same parts in a value whose escapes are not resolved; null where it could not. */
  private final @Nullable GramTable written;

  private final boolean numbers;
  private final boolean readsText;

  private FieldIndex(Builder builder) {
    this.presence = builder.presence.stream().mapToInt(Integer::intValue).toArray();
    this.whole = builder.wholeTable();
    this.starts = builder.starts.isEmpty() ? null : builder.starts.build();
    this.ends = builder.ends.isEmpty() ? null : builder.ends.build();
    this.parts = builder.parts.isEmpty() ? null : builder.parts.build();
    this.written =
        builder.written == null || builder.written.isEmpty() ? null : builder.written.build();
    this.numbers = builder.numbers;
    this.readsText = whole != null || starts != null || ends != null || parts != null;
  }

  /** Tells the matcher every pivot that holds with one value. */
  void scan(Event event, int slot, EventMatcher matcher) {
    hold(presence, matcher);
    if (!readsText || event.type(slot) == ValueType.NULL) {
      return;
    }
    TextView view = matcher.view();
    view.showFolded(event, slot);
    byte[] bytes = view.bytes();
    int from = view.from();
    int to = view.to();
    if (whole != null) {
      hold(whole.find(bytes, from, to), matcher);
      if (numbers && event.type(slot) != ValueType.BOOL) {
        scanNumber(whole, bytes, from, to, matcher);
      }
    }
    if (starts != null) {
      starts.walk(bytes, from, to, matcher);
    }
    if (ends != null) {
      ends.walk(bytes, from, to, matcher);
    }
    if (parts != null) {
      parts.scan(bytes, from, to, matcher);
    }
  }

  /** The same for an index of keywords, which saves decoding values that nothing else asks for. */
  void scanKeywords(Event event, int slot, EventMatcher matcher) {
    if (written != null && matcher.view().isReadableAsWritten(event, slot)) {
      matcher.scanWritten(written, slot);
    } else {
      scan(event, slot, matcher);
    }
  }

  /** What finds keywords in the text of a whole event at less cost than value by value, or null. */
  @Nullable GramTable forText() {
    return written != null && written.strides() ? written : null;
  }

  private static void hold(int[] pivots, EventMatcher matcher) {
    for (int pivot : pivots) {
      matcher.hold(pivot);
    }
  }

  /** A number that is not written plainly, such as 1.0 or 1e3, is looked up as it would be. */
  private static void scanNumber(
      EqualityTable whole, byte[] bytes, int from, int to, EventMatcher matcher) {
    if (isPlain(bytes, from, to)) {
      return;
    }
    BigDecimal value = Numbers.read(bytes, from, to);
    if (value != null) {
      byte[] plain = new NumberTest(value).plain().getBytes(StandardCharsets.US_ASCII);
      for (int pivot : whole.find(plain, 0, plain.length)) {
        if (matcher.isNumber(pivot)) {
          matcher.hold(pivot);
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

  /** Collects the pivots on one field. */
  static final class Builder {
    private final List<Integer> presence = new ArrayList<>();
    private final Map<Key, List<Integer>> wholes = new LinkedHashMap<>();
    private final EdgeTrie.Builder starts = new EdgeTrie.Builder(false);
    private final EdgeTrie.Builder ends = new EdgeTrie.Builder(true);
    private final GramTable.Builder parts = new GramTable.Builder();
    private GramTable.@Nullable Builder written;
    private boolean numbers;

    /**
     * @param keywords whether it is for the values of all fields
     */
    Builder(boolean keywords) {
      this.written = keywords ? new GramTable.Builder() : null;
    }

    /**
     * Adds a pivot.
     *
     * @param pivot its number in the route
     * @param number the atom's number in the rule set
     */
    void add(int pivot, int number, Atom atom) {
      if (atom.test() instanceof NumberTest test) {
        numbers = true;
        whole(test.plain().getBytes(StandardCharsets.US_ASCII), pivot);
      } else if (atom.test() instanceof TextTest text) {
        add(pivot, number, text.glob());
      } else {
        presence.add(pivot);
      }
    }

    private void add(int pivot, int number, Glob glob) {
      Glob.Shape shape = glob.isCased() ? Glob.Shape.GENERAL : glob.shape();
      byte[] literal = glob.foldedLiteral();
      switch (shape) {
        case EQUALS -> whole(literal, pivot);
        case PREFIX -> starts.add(literal, pivot);
        case SUFFIX -> ends.add(literal, pivot);
        case CONTAINS, GENERAL -> {
          parts.add(new PartAtom(pivot, number, glob, literal, 0));
          addWritten(new PartAtom(pivot, number, glob, neverEscaped(literal), 0));
        }
      }
    }

    private void addWritten(PartAtom part) {
      if (part.literal().length < SHORTEST_WRITTEN) {
        written = null;
      } else if (written != null) {
        written.add(part);
      }
    }

    /** The longest run of bytes that JSON writes as they are, unless by number. */
    private static byte[] neverEscaped(byte[] literal) {
      int best = 0;
      int bestEnd = 0;
      int run = 0;
      for (int i = 0; i < literal.length; i++) {
        byte b = literal[i];
        run = b >= ' ' && b != '"' && b != '\\' && b != '/' && b != 0x7f ? run + 1 : 0;
        if (run > best) {
          best = run;
          bestEnd = i + 1;
        }
      }
      return Arrays.copyOfRange(literal, bestEnd - best, bestEnd);
    }

    private void whole(byte[] literal, int pivot) {
      wholes.computeIfAbsent(Key.of(literal), unused -> new ArrayList<>(1)).add(pivot);
    }

    private @Nullable EqualityTable wholeTable() {
      if (wholes.isEmpty()) {
        return null;
      }
      List<byte[]> keys = wholes.keySet().stream().map(Key::bytes).toList();
      List<int[]> pivots =
          wholes.values().stream()
              .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
              .toList();
      return EqualityTable.of(keys, pivots);
    }

    FieldIndex build() {
      return new FieldIndex(this);
    }
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
}
