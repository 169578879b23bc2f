package io.zhidun.rules.filings.text;

import io.zhidun.rules.filings.record.Invention;
import java.util.BitSet;

/**
 * Takes the imprint of an invention's texts. Stateless, so it can run beside the ordered stream.
 */
public final class Imprints {

  static final int MOST_ABSTRACT = 256;
  static final int MOST_CLAIMS = 160;
  static final int MOST_DESCRIPTION = 96;
  static final int MOST_SKELETON = 64;
  static final int MOST_SENTENCES = 24;

  private Imprints() {}

  /** The imprint; empty texts give empty sketches. */
  public static Imprint of(Invention invention) {
    String claims = String.join("\n", invention.claims());
    char[] claimLetters = NormalText.letters(claims);
    char[] description = NormalText.letters(invention.description());
    String first = invention.claims().isEmpty() ? "" : invention.claims().get(0);
    return new Imprint(
        Sketch.of(NormalText.letters(invention.abstractText()), MOST_ABSTRACT),
        Sketch.of(claimLetters, MOST_CLAIMS),
        Sketch.of(description, MOST_DESCRIPTION),
        Skeleton.of(claims, MOST_SKELETON),
        Sentences.of(invention.abstractText() + "\n" + invention.description(), MOST_SENTENCES),
        invention.claims().size(),
        NormalText.letters(first).length,
        features(first),
        repetition(description),
        strangeness(claimLetters, description));
  }

  private static int features(String claim) {
    int features = 1;
    for (int i = 0; i < claim.length(); i++) {
      char c = claim.charAt(i);
      features += c == '，' || c == '；' || c == ',' || c == ';' ? 1 : 0;
    }
    return features;
  }

  private static float repetition(char[] letters) {
    int pairs = letters.length - 3;
    if (pairs < 100) {
      return 0;
    }
    BitSet seen = new BitSet(1 << 16);
    int again = 0;
    for (int i = 0; i < pairs; i++) {
      long window =
          ((long) letters[i] << 48)
              | ((long) letters[i + 1] << 32)
              | ((long) letters[i + 2] << 16)
              | letters[i + 3];
      int bit = (int) (Hashes.mix(window) >>> 44);
      again += seen.get(bit) ? 1 : 0;
      seen.set(bit);
    }
    return (float) again / pairs;
  }

  private static float strangeness(char[] claims, char[] description) {
    if (claims.length < 50 || description.length < 100) {
      return 0;
    }
    BitSet known = new BitSet(1 << 16);
    for (int i = 0; i + 1 < description.length; i++) {
      known.set(pair(description[i], description[i + 1]));
    }
    int strange = 0;
    for (int i = 0; i + 1 < claims.length; i++) {
      strange += known.get(pair(claims[i], claims[i + 1])) ? 0 : 1;
    }
    return (float) strange / (claims.length - 1);
  }

  private static int pair(char a, char b) {
    return Hashes.mix((a << 16) | b) >>> 14;
  }
}
