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
          new Script("random-texts", "P3", 24, GeneratedTexts::alone),
          new Script("random-flood", "P5", 20, GeneratedTexts::flood),
          new Script("stacked-claims", "P4", 24, GeneratedTexts::stacked),
          new Script("no-research", "P5", 30, GeneratedTexts::withoutResearch),
          new Script("dispersed-filing", "P6", 24, LinkedApplicants::dispersed),
          new Script("quick-transfer", "P7", 24, Transfers::quick),
          new Script("resubmission", "P8", 24, Transfers::comeBack),
          new Script("agent-overload", "P9", 16, Agencies::overload),
          new Script("one-device-many-agents", "P9", 16, Agencies::oneDevice),
          new Script("unlicensed-agency", "P9", 16, Agencies::unlicensed),
          new Script("account-farm", "P9", 20, Accounts::farm),
          new Script("robot-filing", "P9", 20, Accounts::robot),
          new Script("invalid-contacts", "P6", 20, Accounts::invalidContacts),
          new Script("hoarding", "T1", 24, Hoarding::hoard),
          new Script("arbitrary-combinations", "T2", 24, Hoarding::arbitrary),
          new Script("imitation", "T3", 40, Imitation::ofOne),
          new Script("many-owners-imitated", "T4", 24, Imitation::ofMany),
          new Script("repeated-against-one", "T5", 24, Imitation::again),
          new Script("public-words", "T6", 30, Hoarding::publicWords),
          new Script("file-and-sell", "T7", 24, Hoarding::fileAndSell),
          new Script("known-squatter", "T8", 24, Imitation::knownSquatter),
          new Script("agency-own-marks", "T9", 20, Agencies::ownMarks),
          new Script("shell-owners", "T10", 20, LinkedApplicants::shells),
          new Script("incubator", "", 6, HonestNeighbours::incubator),
          new Script("registered-address", "", 6, HonestNeighbours::registeredAddress),
          new Script("shared-network", "", 8, HonestNeighbours::sharedNetwork),
          new Script("agency-contact", "", 8, HonestNeighbours::agencyContact),
          new Script("start-ups", "", 10, HonestNeighbours::startUps),
          new Script("batch-upload", "", 10, HonestNeighbours::batchUpload),
          new Script("university", "", 10, HonestResearch::university),
          new Script("research-head", "", 10, HonestResearch::researchHead),
          new Script("research-series", "", 20, HonestResearch::series),
          new Script("reorganisation", "", 12, HonestResearch::reorganisation),
          new Script("declared-pairs", "", 20, HonestResearch::declaredPairs),
          new Script("family", "", 20, HonestResearch::family),
          new Script("month-end-rush", "", 20, HonestResearch::monthEndRush),
          new Script("common-name", "", 12, HonestResearch::commonName),
          new Script("small-laboratory", "", 30, HonestResearch::smallLaboratory),
          new Script("defensive-mark", "", 20, HonestOwners::defensive),
          new Script("consumer-group", "", 12, HonestOwners::consumerGroup),
          new Script("agency-service-mark", "", 20, Agencies::serviceMarks),
          new Script("own-variants", "", 20, HonestOwners::ownVariants));

  /** For the demo; no part of an ordinary market. */
  private static final String LINKED_COMPANIES = "linked-companies";

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

  /** Sets up fifty linked companies that file within minutes of that time. */
  public void playLinkedCompanies(Setting setting, long time, SplittableRandom random) {
    Instance instance = instance(LINKED_COMPANIES, instances.size(), "P6");
    LinkedApplicants.compressed(new Play(setting, instance, instances.size(), random), time);
  }

  private void play(Setting setting, Script script, int number, SplittableRandom random) {
    Instance instance = instance(script.name(), number, script.kind());
    script.scheme().play(new Play(setting, instance, instances.size(), random));
  }

  private Instance instance(String name, int number, String kind) {
    Instance instance = new Instance(name, name + "-" + number, kind);
    instances.add(instance);
    return instance;
  }

  /** What has come of them so far; complete when the market is over. */
  public List<Truth> truth() {
    return instances.stream().map(Instance::truth).flatMap(Optional::stream).toList();
  }
}
