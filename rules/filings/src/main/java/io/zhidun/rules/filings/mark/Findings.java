package io.zhidun.rules.filings.mark;

import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.signal.Evidence;
import io.zhidun.rules.filings.signal.Subject;
import io.zhidun.rules.filings.signal.SubjectType;
import java.util.LinkedHashMap;
import java.util.Map;

/** Forms that the signals of marks share. */
final class Findings {

  private static final int MOST_SHOWN = 60;

  private Findings() {}

  static Subject applicant(Party party) {
    return new Subject(SubjectType.APPLICANT, party.key(), party.name());
  }

  /** As much of a mark's words as a reviewer is shown: input may be of any length. */
  static String shown(String text) {
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
  }

  /** Three decimals: what a reviewer reads, and the same on every machine. */
  static double round(double value) {
    return Math.rint(value * 1000) / 1000;
  }

  static double score(double value) {
    return round(Math.max(0, Math.min(1, value)));
  }

  static Evidence likeness(String application, String text, ProtectedHit hit) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("application", application);
    values.put("mark", text);
    values.put("protectedMark", hit.entry().name());
    values.put("owner", hit.entry().mark().owner());
    values.put("ownerKey", hit.owner());
    values.put("fame", hit.entry().mark().fame().wire());
    values.put("likeness", round(hit.likeness().total()));
    values.put("reading", round(hit.likeness().reading()));
    values.put("shape", round(hit.likeness().shape()));
    values.put("meaning", round(hit.likeness().meaning()));
    values.put("classesInCommon", NiceClasses.list(hit.common()));
    return new Evidence("protected-mark-likeness", values);
  }
}
