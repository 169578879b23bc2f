package io.zhidun.simulator.market.scheme;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** All scripts, and those of one market with what came of them. */
public final class Schemes {
  private static final List<Script> ALL =
      List.of(
          new Script("retitled-duplicates", "P1", 30, CopiedTexts::retitled),
          new Script("edited-duplicates", "P1", 30, CopiedTexts::edited),
          new Script("spliced-texts", "P1", 24, CopiedTexts::spliced),
          new Script("parametric-substitution", "P2", 24, CopiedTexts::substituted),
          new Script("copied-from-others", "P2", 24, CopiedTexts::copiedFromOthers),
          new Script("dispersed-filing", "P6", 24, LinkedApplicants::dispersed),
          new Script("hoarding", "T1", 24, Hoarding::hoard),
          new Script("arbitrary-combinations", "T2", 24, Hoarding::arbitrary),
          new Script("imitation", "T3", 40, Imitation::ofOne),
          new Script("many-owners-imitated", "T4", 24, Imitation::ofMany),
          new Script("repeated-against-one", "T5", 24, Imitation::again),
          new Script("public-words", "T6", 30, Hoarding::publicWords),
          new Script("file-and-sell", "T7", 24, Hoarding::fileAndSell),
          new Script("known-squatter", "T8", 24, Imitation::knownSquatter),
          new Script("shell-owners", "T10", 20, LinkedApplicants::shells));

  /** For the demo; no part of a market. */
  private static final Script LINKED_COMPANIES =
      new Script("linked-companies", "P6", 0, LinkedApplicants::compressed);

  private final List<Instance> instances = new ArrayList<>();

  /** Names of the scripts that a market may hold. */
  public static List<String> names() {
    return ALL.stream().map(Script::name).toList();
  }

  /**
   * Sets up the scripts of those names, each at least once.
   *
   * @param intensity how often, relative to an ordinary market; instances grow with the root of the
   *     scale, so that small markets hold enough to judge by
   */
  public void play(Setting setting, Set<String> names, double intensity, SplittableRandom random) {
    double quarters = ChronoUnit.DAYS.between(setting.from(), setting.end()) / 91.0;
    for (Script script : ALL) {
      SplittableRandom own = random.split();
      if (!names.contains(script.name())) {
        continue;
      }
      double mean = script.perQuarter() * quarters * intensity * Math.sqrt(setting.world().scale());
      long count = Math.max(1, Math.round(mean));
      for (int i = 0; i < count; i++) {
        play(setting, script, i, own.split());
      }
    }
  }

  /** Sets up fifty linked companies that file within minutes from the begin of the setting. */
  public void playLinkedCompanies(Setting setting, SplittableRandom random) {
    play(setting, LINKED_COMPANIES, 0, random);
  }

  private void play(Setting setting, Script script, int number, SplittableRandom random) {
    Instance instance = new Instance(script.name(), script.name() + "-" + number, script.kind());
    instances.add(instance);
    script.scheme().play(new Play(setting, instance, random));
  }

  /** What has come of them so far; complete when the market is over. */
  public List<Truth> truth() {
    return instances.stream().map(Instance::truth).flatMap(Optional::stream).toList();
  }
}
