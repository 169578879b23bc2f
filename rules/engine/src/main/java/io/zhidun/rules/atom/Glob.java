package io.zhidun.rules.atom;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Sigma text pattern: literal bytes, {@code ?} for one character, {@code *} for any number, and
 * (by {@code windash}) one of the five dashes. Immutable.
 *
 * <p>Tokens are shorts: 0–255 a UTF-8 byte, above that the special ones. A pattern for comparison
 * without case holds folded bytes and is compared through the ASCII folding table with a value that
 * {@link TextView#showFolded} shows.
 */
public final class Glob {
  /** One code point, any. */
  static final short ONE = 256;

  /** Any number of code points. */
  static final short MANY = 257;

  /** One of {@link #DASHES}. */
  static final short DASH = 258;

  /** What Windows programs take for a flag's first character. */
  static final String DASHES = "-/\u2013\u2014\u2015";

  /** Bytes by how often logs hold them, the most frequent first. */
  private static final String COMMON = "e \\tsinoar.ldcm\"-mpuw:/hf02134bgy5968v7x,_=k";

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** How the pattern is compared, cheapest first. */
  public enum Shape {
    EQUALS,
    PREFIX,
    SUFFIX,
    CONTAINS,
    GENERAL
  }

  private final short[] tokens;
  private final boolean cased;
  private final Shape shape;
  private final byte[] literal;

  /** Place of the rarest byte in the literal, and what finds it eight bytes at a time. */
  private final int anchor;

  private final long anchorBytes;

  /** Makes letters of either case the same, where the pattern does. */
  private final long anchorCase;

  private Glob(short[] tokens, boolean cased) {
    this.tokens = tokens;
    this.cased = cased;
    this.shape = shapeOf(tokens);
    this.literal = shape == Shape.GENERAL ? longestRun(tokens) : bytes(trimMany(tokens));
    this.anchor = anchor();
    byte rarest = literal.length == 0 ? 0 : literal[anchor];
    this.anchorCase = !cased && rarest >= 'a' && rarest <= 'z' ? ONES * ' ' : 0;
    this.anchorBytes = ONES * (rarest & 0xff);
  }

  static Glob of(List<Short> tokens, boolean cased) {
    short[] packed = new short[tokens.size()];
    int length = 0;
    for (short token : tokens) {
      if (token != MANY || length == 0 || packed[length - 1] != MANY) {
        packed[length++] = token;
      }
    }
    return new Glob(Arrays.copyOf(packed, length), cased);
  }

  /** A pattern without any wildcard. */
  public static Glob literal(String text, boolean cased) {
    List<Short> tokens = new ArrayList<>();
    appendText(tokens, text, cased);
    return of(tokens, cased);
  }

  static void appendText(List<Short> tokens, String text, boolean cased) {
    String kept = cased ? text : Folding.fold(text);
    for (byte b : kept.getBytes(StandardCharsets.UTF_8)) {
      tokens.add((short) (b & 0xff));
    }
  }

  public Shape shape() {
    return shape;
  }

  public boolean isCased() {
    return cased;
  }

  /** The whole literal of a simple shape, the longest literal run of a general one. */
  public byte[] literal() {
    return literal;
  }

  /** The literal, folded: what an index without case looks for. */
  public byte[] foldedLiteral() {
    String text = new String(literal, StandardCharsets.UTF_8);
    boolean whole = Utf8.isValid(literal, 0, literal.length);
    return cased && whole ? Folding.fold(text).getBytes(StandardCharsets.UTF_8) : literal;
  }

  /** Whether the pattern matches the whole of what {@code view} shows. */
  public boolean matches(TextView view) {
    return matches(view.bytes(), view.from(), view.to());
  }

  /** Whether the pattern matches the whole of {@code bytes[from, to)}, prepared as by a view. */
  public boolean matches(byte[] bytes, int from, int to) {
    byte[] table = cased ? Folding.NONE : Folding.ASCII;
    int length = to - from;
    return switch (shape) {
      case EQUALS -> length == literal.length && regionMatches(table, bytes, from);
      case PREFIX -> length >= literal.length && regionMatches(table, bytes, from);
      case SUFFIX -> length >= literal.length && regionMatches(table, bytes, to - literal.length);
      case CONTAINS -> contains(table, bytes, from, to);
      case GENERAL -> GlobWalk.matches(tokens, table, bytes, from, to);
    };
  }

  private boolean regionMatches(byte[] table, byte[] bytes, int at) {
    for (int i = 0; i < literal.length; i++) {
      if (table[bytes[at + i] & 0xff] != literal[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean contains(byte[] table, byte[] bytes, int from, int to) {
    if (literal.length == 0) {
      return true;
    }
    // Only where its rarest byte stands is the literal compared.
    int last = to - literal.length + anchor;
    int i = from + anchor;
    for (; i <= last && i + Long.BYTES <= bytes.length; i += Long.BYTES) {
      long other = ((long) LONGS.get(bytes, i) | anchorCase) ^ anchorBytes;
      long found = other - ONES & ~other & HIGH_BITS;
      while (found != 0) {
        int at = i + (Long.numberOfTrailingZeros(found) >>> 3);
        if (at > last) {
          return false;
        }
        if (regionMatches(table, bytes, at - anchor)) {
          return true;
        }
        found &= found - 1;
      }
    }
    for (; i <= last; i++) {
      if (table[bytes[i] & 0xff] == literal[anchor] && regionMatches(table, bytes, i - anchor)) {
        return true;
      }
    }
    return false;
  }

  /** Where in the literal the byte stands that logs hold least often. */
  private int anchor() {
    int best = 0;
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < literal.length; i++) {
      int often = often(literal[i]);
      if (often < fewest) {
        fewest = often;
        best = i;
      }
    }
    return best;
  }

  /** By rank in English text and paths; what has no rank is rare. */
  private static int often(byte b) {
    int rank = COMMON.indexOf(Folding.ASCII[b & 0xff]);
    return rank < 0 ? 0 : COMMON.length() - rank;
  }

  private static Shape shapeOf(short[] tokens) {
    int inner = 0;
    for (int i = 0; i < tokens.length; i++) {
      boolean edge = i == 0 || i == tokens.length - 1;
      if (tokens[i] >= ONE && !(tokens[i] == MANY && edge)) {
        inner++;
      }
    }
    if (inner > 0) {
      return Shape.GENERAL;
    }
    boolean open = tokens.length > 0 && tokens[0] == MANY;
    boolean close = tokens.length > 0 && tokens[tokens.length - 1] == MANY;
    if (open) {
      return close ? Shape.CONTAINS : Shape.SUFFIX;
    }
    return close ? Shape.PREFIX : Shape.EQUALS;
  }

  private static short[] trimMany(short[] tokens) {
    int from = tokens.length > 0 && tokens[0] == MANY ? 1 : 0;
    int to = tokens.length;
    if (to > from && tokens[to - 1] == MANY) {
      to--;
    }
    return Arrays.copyOfRange(tokens, from, to);
  }

  private static byte[] longestRun(short[] tokens) {
    int best = 0;
    int bestFrom = 0;
    int run = 0;
    for (int i = 0; i < tokens.length; i++) {
      run = tokens[i] < ONE ? run + 1 : 0;
      if (run > best) {
        best = run;
        bestFrom = i - run + 1;
      }
    }
    return bytes(Arrays.copyOfRange(tokens, bestFrom, bestFrom + best));
  }

  private static byte[] bytes(short[] tokens) {
    byte[] bytes = new byte[tokens.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) tokens[i];
    }
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && cased == glob.cased && Arrays.equals(tokens, glob.tokens);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(tokens) * 31 + Boolean.hashCode(cased);
  }
}
