package io.zhidun.rules.filings.text;

import io.zhidun.rules.filings.signal.Evidence;
import io.zhidun.rules.filings.signal.Subject;
import io.zhidun.rules.filings.signal.SubjectType;
import java.util.LinkedHashMap;
import java.util.Map;

/** Evidence about texts, in the words that reviewers' pages know. */
final class Shown {

  private Shown() {}

  static Subject applicant(HeldFiling filing) {
    return new Subject(SubjectType.APPLICANT, filing.applicant, filing.applicantName);
  }

  /** A pair of filings and how alike their parts are. */
  static Evidence pair(String type, Match match) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("filing", match.filing().number);
    values.put("other", match.other().number);
    values.put("applicant", match.filing().applicantName);
    values.put("otherApplicant", match.other().applicantName);
    values.put("part", match.bestPart());
    values.put("similarity", rounded(match.best()));
    values.put("abstracts", rounded(match.abstracts()));
    values.put("claims", rounded(match.claims()));
    values.put("descriptions", rounded(match.descriptions()));
    values.put("titles", rounded(match.titles()));
    values.put("days", match.days());
    if (match.filing().agency != null && match.filing().agency.equals(match.other().agency)) {
      values.put("agency", match.filing().agency);
    }
    return new Evidence(type, values);
  }

  /** To three places: what is shown, not what is counted with. */
  static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
