package io.zhidun.simulator.web;

/** The simulated systems, each on one host. */
public enum SystemName {
  PATENT_REVIEW("patent-review", "review-web-01", 18101),
  TRADEMARK("trademark", "tm-web-01", 18102),
  PUBLIC_SERVICE("public-service", "public-web-01", 18103);

  private final String id;
  private final String host;
  private final int defaultPort;

  SystemName(String id, String host, int defaultPort) {
    this.id = id;
    this.host = host;
    this.defaultPort = defaultPort;
  }

  /** The name as logs and folders carry it. */
  public String id() {
    return id;
  }

  public String host() {
    return host;
  }

  public int defaultPort() {
    return defaultPort;
  }
}
