package io.zhidun.rules.atom;

import java.util.List;

/** What a regular expression asks of texts in ASCII, as a tree. */
sealed interface RegexNode {
  /** A longer value would be needed than any log has. */
  int LONGEST = 100_000;

  /** The fewest characters that it matches. */
  int least();

  /** How many steps it takes to write every count out. */
  long unfolded();

  /** One character out of 128: bit n of the two words stands for character n. */
  record Chars(long low, long high) implements RegexNode {
    boolean has(int c) {
      return ((c < Long.SIZE ? low : high) & 1L << c) != 0;
    }

    @Override
    public int least() {
      return 1;
    }

    @Override
    public long unfolded() {
      return 1;
    }
  }

  /** Nothing, where all of these hold (bits of {@link RegexProgram}). */
  record Place(int needed) implements RegexNode {
    @Override
    public int least() {
      return 0;
    }

    @Override
    public long unfolded() {
      return 1;
    }
  }

  /** One after the other. */
  record Sequence(List<RegexNode> parts) implements RegexNode {
    @Override
    public int least() {
      return Math.min(LONGEST, parts.stream().mapToInt(RegexNode::least).sum());
    }

    @Override
    public long unfolded() {
      return Math.min(LONGEST, parts.stream().mapToLong(RegexNode::unfolded).sum());
    }
  }

  /** Any of them. */
  record Choice(List<RegexNode> parts) implements RegexNode {
    @Override
    public int least() {
      return parts.stream().mapToInt(RegexNode::least).min().orElse(0);
    }

    @Override
    public long unfolded() {
      return Math.min(LONGEST, 1 + parts.stream().mapToLong(RegexNode::unfolded).sum());
    }
  }

  /**
   * Several times the same.
   *
   * @param most -1 for any number
   */
  record Repeat(RegexNode part, int times, int most) implements RegexNode {
    @Override
    public int least() {
      return (int) Math.min(LONGEST, (long) part.least() * times);
    }

    @Override
    public long unfolded() {
      return Math.min(LONGEST, part.unfolded() * Math.max(1, Math.max(times, most)));
    }
  }
}
