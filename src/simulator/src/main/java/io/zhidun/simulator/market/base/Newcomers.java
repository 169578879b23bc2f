package io.zhidun.simulator.market.base;

import io.zhidun.simulator.market.stream.Act;
import io.zhidun.simulator.market.stream.Stage;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.Codes;
import io.zhidun.simulator.market.world.Station;
import java.util.SplittableRandom;

/** Companies that file for the first time by themselves: some of them register an account first. */
final class Newcomers {
  private static final double REGISTERS = 0.2;

  private Newcomers() {}

  /** When the visit may begin: soon, or after the account was registered. */
  static long welcome(
      long now,
      Stage stage,
      Applicant applicant,
      Station station,
      String system,
      SplittableRandom random) {
    if (!stage.introduce(now, applicant) || random.nextDouble() >= REGISTERS) {
      return now + 1;
    }
    stage.act(now, system, station, Act.of("register", "s-" + Codes.hex(16, random)));
    return now + 180_000 + random.nextInt(7_200_000);
  }
}
