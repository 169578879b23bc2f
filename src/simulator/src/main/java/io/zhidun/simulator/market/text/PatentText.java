package io.zhidun.simulator.market.text;

import java.util.List;

/** The texts of a patent application. */
public record PatentText(String title, String summary, List<String> claims, String description) {

  public PatentText {
    claims = List.copyOf(claims);
  }

  public PatentText titled(String other) {
    return new PatentText(other, summary, claims, description);
  }

  /** Characters in all claims. */
  public int claimLength() {
    int length = 0;
    for (String claim : claims) {
      length += claim.length();
    }
    return length;
  }
}
