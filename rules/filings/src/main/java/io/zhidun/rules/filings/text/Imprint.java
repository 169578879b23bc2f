package io.zhidun.rules.filings.text;

import java.util.Arrays;

/**
 * What is kept of a patent filing's texts: enough to compare them with any other, not enough to
 * read them.
 *
 * @param skeleton of the claims: their shape with the nouns taken out
 * @param sentences hashes of its sentences, distinct, in unsigned order, the smallest ones
 * @param claimCount claims
 * @param firstClaim letters of the first claim
 * @param features commas and semicolons of the first claim: roughly how many features it lists
 * @param repetition share of the description's shingles that stood in it before, 0 to 1
 * @param strangeness share of the claims' character pairs that the description never uses, 0 to 1
 */
public record Imprint(
    Sketch abstractText,
    Sketch claims,
    Sketch description,
    Sketch skeleton,
    int[] sentences,
    int claimCount,
    int firstClaim,
    int features,
    float repetition,
    float strangeness) {

  @Override
  public boolean equals(Object other) {
    return other instanceof Imprint that
        && abstractText.equals(that.abstractText)
        && claims.equals(that.claims)
        && description.equals(that.description)
        && skeleton.equals(that.skeleton)
        && Arrays.equals(sentences, that.sentences)
        && claimCount == that.claimCount
        && firstClaim == that.firstClaim
        && features == that.features
        && repetition == that.repetition
        && strangeness == that.strangeness;
  }

  @Override
  public int hashCode() {
    return 31 * abstractText.hashCode() + claims.hashCode();
  }

  @Override
  public String toString() {
    return "Imprint[abstract=" + abstractText + ", claims=" + claims + ", …]";
  }
}
