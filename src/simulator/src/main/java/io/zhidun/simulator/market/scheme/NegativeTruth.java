package io.zhidun.simulator.market.scheme;

import java.util.List;

/**
 * Honest filing that looks like a scheme: its members may not be merged into a group, nor found
 * above a hint.
 *
 * @param negative what it is, such as {@code incubator}
 * @param members keys as on the wire
 */
public record NegativeTruth(String negative, String id, List<String> members, List<String> filings)
    implements Truth {

  public NegativeTruth {
    members = List.copyOf(members);
    filings = List.copyOf(filings);
  }

  @Override
  public String json() {
    StringBuilder json = new StringBuilder(128 + filings.size() * 16);
    json.append("{\"negative\":\"").append(negative).append("\",\"id\":\"").append(id);
    json.append("\",\"members\":");
    SchemeTruth.strings(json, members);
    json.append(",\"filings\":");
    SchemeTruth.strings(json, filings);
    return json.append('}').toString();
  }
}
