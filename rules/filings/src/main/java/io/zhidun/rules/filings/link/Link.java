package io.zhidun.rules.filings.link;

import io.zhidun.rules.filings.signal.Evidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a member belongs to its group: what it shares with an earlier one.
 *
 * @param weight sum over the kinds of key of the heaviest of the kind
 */
public record Link(Member a, Member b, List<Shared> by, double weight) {

  /**
   * A key that both have.
   *
   * @param masked what may be shown of it
   * @param applicants how many have it
   */
  public record Shared(String key, String masked, double weight, int applicants) {}

  public Link {
    by = List.copyOf(by);
  }

  /** The link as a reviewer gets it. */
  public Evidence evidence() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("a", a.key());
    values.put("aName", a.name());
    values.put("b", b.key());
    values.put("bName", b.name());
    values.put("by", by.stream().map(Link::values).toList());
    values.put("weight", weight);
    return new Evidence("link", values);
  }

  private static Map<String, Object> values(Shared shared) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("key", shared.key());
    values.put("masked", shared.masked());
    values.put("weight", shared.weight());
    values.put("applicants", shared.applicants());
    return values;
  }
}
