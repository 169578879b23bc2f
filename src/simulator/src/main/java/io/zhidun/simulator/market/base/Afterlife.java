package io.zhidun.simulator.market.base;

import io.zhidun.simulator.market.stream.Change;
import io.zhidun.simulator.market.stream.Dossier;
import io.zhidun.simulator.market.stream.Happening;
import io.zhidun.simulator.market.stream.Kind;
import io.zhidun.simulator.market.stream.Stage;
import io.zhidun.simulator.market.stream.Visit;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.Person;
import io.zhidun.simulator.market.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What becomes of an honest filing in the next months, in ordinary shares. */
final class Afterlife implements Visit.Filed {
  private static final long DAY = 86_400_000L;

  private final World world;
  private final SplittableRandom random;

  Afterlife(World world, SplittableRandom random) {
    this.world = world;
    this.random = random;
  }

  @Override
  public void filed(String number, long time, Dossier dossier, Stage stage) {
    double chance = random.nextDouble();
    if (dossier.work().kind() == Kind.TRADEMARK) {
      mark(number, time, dossier, stage, chance);
    } else {
      patent(number, time, dossier, stage, chance);
    }
  }

  private void patent(String number, long time, Dossier dossier, Stage stage, double chance) {
    if (chance < 0.004) {
      later(stage, time, 5, 60, Change.because("withdrawal", number, "申请人主动撤回"));
    } else if (chance < 0.007) {
      later(stage, time, 8, 30, Change.because("delivery-failed", number, "退信"));
    } else if (chance < 0.0072) {
      later(stage, time, 20, 60, Change.of("notice", number));
    } else if (chance < 0.0095) {
      move(stage, time, 20, 85, "applicant-change", number, dossier.applicant());
    } else if (chance < 0.0115) {
      later(stage, time, 10, 80, Change.inventors(number, oneMore(dossier)));
    } else if (chance < 0.04 && dossier.work().kind() == Kind.UTILITY_MODEL) {
      later(stage, time, 35, 89, Change.of("grant", number));
    } else if (chance < 0.045) {
      later(stage, time, 45, 89, Change.of("refusal", number));
    } else if (chance < 0.0455) {
      later(stage, time, 20, 89, Change.of("pledge", number));
    } else if (chance < 0.046) {
      later(stage, time, 20, 89, Change.of("licence", number));
    }
  }

  private void mark(String number, long time, Dossier dossier, Stage stage, double chance) {
    if (chance < 0.03) {
      later(stage, time, 50, 89, Change.of("refusal", number));
    } else if (chance < 0.05) {
      later(stage, time, 70, 89, Change.of("grant", number));
    } else if (chance < 0.052) {
      later(stage, time, 8, 30, Change.because("delivery-failed", number, "退信"));
    } else if (chance < 0.055) {
      later(stage, time, 5, 60, Change.because("withdrawal", number, "申请人主动撤回"));
    } else if (chance < 0.0563) {
      move(stage, time, 30, 89, "assignment", number, dossier.applicant());
    } else if (chance < 0.0565) {
      later(stage, time, 30, 89, Change.of("offered-for-sale", number));
    }
  }

  private void move(
      Stage stage, long time, int least, int most, String name, String number, Applicant from) {
    int heir = world.anyCompany(random);
    stage.later(
        time + delay(least, most),
        (now, on) -> {
          on.change(now, Change.transfer(name, number, from, world.company(heir)));
          return Happening.OVER;
        });
  }

  private List<Person> oneMore(Dossier dossier) {
    List<Person> inventors = new ArrayList<>(dossier.inventors());
    inventors.add(world.staff(dossier.applicant(), 500 + random.nextInt(100)));
    return inventors;
  }

  private void later(Stage stage, long time, int least, int most, Change change) {
    stage.later(
        time + delay(least, most),
        (now, on) -> {
          on.change(now, change);
          return Happening.OVER;
        });
  }

  private long delay(int least, int most) {
    return least * DAY + random.nextLong((most - least) * DAY);
  }
}
