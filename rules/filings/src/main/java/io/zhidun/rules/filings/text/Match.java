package io.zhidun.rules.filings.text;

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
        likeness(mine.abstractText(), theirs.abstractText()),
        likeness(mine.claims(), theirs.claims()),
        likeness(mine.description(), theirs.description()),
        Titles.likeness(filing.title, other.title));
  }

  boolean isLike() {
    return abstracts >= LEAST_ABSTRACT || claims >= LEAST_BODY || descriptions >= LEAST_BODY;
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

  private static double likeness(Sketch a, Sketch b) {
    return a.isTelling() && b.isTelling() ? a.jaccard(b) : 0;
  }
}
