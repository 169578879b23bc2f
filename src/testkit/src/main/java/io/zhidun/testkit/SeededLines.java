package io.zhidun.testkit;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** Log lines of ordinary variety, the same for the same seed: IPv4 and IPv6, several hosts. */
public final class SeededLines {
  private static final List<String> HOSTS = List.of("review-web-01", "tm-web-01", "public-web-01");
  private static final List<String> USERS = List.of("root", "admin", "deploy", "backup", "d50001");
  private static final List<String> TARGETS =
      List.of("/", "/publications?q=%E8%BD%B4%E6%89%BF", "/announcements/7", "/favicon.ico");
  private static final List<Integer> STATUSES = List.of(200, 200, 200, 304, 404);
  private static final int ADDRESSES = 250;

  private final SplittableRandom random;

  public SeededLines(long seed) {
    random = new SplittableRandom(seed);
  }

  /** An address from the documentation ranges, IPv4 and IPv6 in turns of chance. */
  public String address() {
    int host = 1 + random.nextInt(ADDRESSES);
    return random.nextBoolean() ? "192.0.2." + host : "2001:db8::" + Integer.toHexString(host);
  }

  public String sshFailed(Instant at) {
    return LogLines.sshFailed(at, pick(HOSTS), pick(USERS), address());
  }

  public String request(Instant at) {
    return LogLines.nginx(at, address(), pick(TARGETS), pick(STATUSES));
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
