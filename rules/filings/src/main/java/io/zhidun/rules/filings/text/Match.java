package io.zhidun.rules.filings.text;

import org.jspecify.annotations.Nullable;

/**
 * A filing and an earlier one that share text.
 *
 * @param abstracts Jaccard coefficient of the abstracts, 0 where one says too little; likewise
 *     claims, descriptions and titles
 */
record Match(
    HeldFiling filing,
    HeldFiling other,
    double abstracts,
    double claims,
    double descriptions,
    double titles) {

  /** Above the noise between unrelated abstracts (0.12 at most in 300,000 pairs). */
  static final double LEAST_ABSTRACT = 0.2;

  /** Claims and descriptions share more stock phrases, and descriptions are estimated. */
  static final double LEAST_BODY = 0.3;

  static Match of(HeldFiling filing, HeldFiling other) {
    Imprint mine = filing.imprint;
    Imprint theirs = other.imprint;
    return new Match(
        filing,
        other,
        from(mine.abstractText(), theirs.abstractText(), 0),
        from(mine.claims(), theirs.claims(), 0),
        from(mine.description(), theirs.description(), 0),
        Titles.likeness(filing.title, other.title));
  }

  /** The match where some text of both is like enough, else null: most candidates are not. */
  static @Nullable Match like(HeldFiling filing, HeldFiling other) {
    Imprint mine = filing.imprint;
    Imprint theirs = other.imprint;
    if (from(mine.abstractText(), theirs.abstractText(), LEAST_ABSTRACT) > 0
        || from(mine.claims(), theirs.claims(), LEAST_BODY) > 0
        || from(mine.description(), theirs.description(), LEAST_BODY) > 0) {
      return of(filing, other);
    }
    return null;
  }

  /** The likeness of the part that is most alike. */
  double best() {
    return Math.max(abstracts, Math.max(claims, descriptions));
  }

  /** The likeness of claims and description, of those that both have; 0 where both lack them. */
  double body() {
    boolean claimed = filing.imprint.claims().isTelling() && other.imprint.claims().isTelling();
    boolean described =
        filing.imprint.description().isTelling() && other.imprint.description().isTelling();
    if (claimed && described) {
      return Math.min(claims, descriptions);
    }
    return claimed ? claims : described ? descriptions : abstracts;
  }

  /** The first where claims or descriptions were compared, the second where only abstracts were. */
  String bodyIs(String whole, String abstractAlone) {
    boolean compared =
        filing.imprint.claims().isTelling() && other.imprint.claims().isTelling()
            || filing.imprint.description().isTelling() && other.imprint.description().isTelling();
    return compared ? whole : abstractAlone;
  }

  /** The name of the part that is most alike. */
  String bestPart() {
    double best = best();
    return best == abstracts ? "abstract" : best == claims ? "claims" : "description";
  }

  /** Whole days between the two. */
  long days() {
    return Math.abs(filing.millis - other.millis) / 86_400_000L;
  }

  boolean sameApplicant() {
    return filing.applicant.equals(other.applicant);
  }

  private static double from(Sketch a, Sketch b, double least) {
    return a.isTelling() && b.isTelling() ? a.jaccardFrom(b, least) : 0;
  }
}
