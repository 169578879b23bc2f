package io.zhidun.simulator.market.stream;

import org.jspecify.annotations.Nullable;

/** What somebody does on a filing system, apart from who, where and when. */
public record Act(
    String name,
    String session,
    @Nullable String agentNumber,
    @Nullable String agencyCode,
    @Nullable String applicationNumber,
    @Nullable String upload,
    long formTenths,
    boolean succeeded) {

  public static Act of(String name, String session) {
    return new Act(name, session, null, null, null, null, -1, true);
  }

  public Act refused() {
    return new Act(
        name, session, agentNumber, agencyCode, applicationNumber, upload, formTenths, false);
  }
}
