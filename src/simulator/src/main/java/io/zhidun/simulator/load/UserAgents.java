package io.zhidun.simulator.load;

import java.util.List;
import java.util.random.RandomGenerator;

/** What browsers call themselves. */
public final class UserAgents {
  private static final List<String> PLATFORMS =
      List.of(
          "Windows NT 10.0; Win64; x64",
          "X11; Linux x86_64",
          "Macintosh; Intel Mac OS X 10_15_7",
          "X11; Linux aarch64");

  private UserAgents() {}

  public static String pick(RandomGenerator random) {
    String platform = PLATFORMS.get(random.nextInt(PLATFORMS.size()));
    int version = 128 + random.nextInt(14);
    if (random.nextInt(5) == 0) {
      return "Mozilla/5.0 (%s; rv:%d.0) Gecko/20100101 Firefox/%d.0"
          .formatted(platform, version, version);
    }
    return "Mozilla/5.0 (%s) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0.0.0 Safari/537.36"
        .formatted(platform, version);
  }
}
