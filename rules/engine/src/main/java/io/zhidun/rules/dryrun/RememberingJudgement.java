package io.zhidun.rules.dryrun;

import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.EvidenceEvent;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.entity.EntityHistories;
import io.zhidun.rules.judge.Judge;
import io.zhidun.rules.judge.SiteFacts;
import io.zhidun.rules.sigma.Rule;
import java.util.List;
import java.util.Map;

/** The judge, told what each entity was behind so far. Belongs to one thread. */
final class RememberingJudgement implements Judgement {
  /** A history of a few detections has about a kilobyte. */
  private static final int MOST_ENTITIES = 50_000;

  private final Judge judge;
  private final RuleSet rules;
  private final SiteFacts site;
  private final EntityHistories histories = new EntityHistories(MOST_ENTITIES);

  RememberingJudgement(Judge judge, RuleSet rules, SiteFacts site) {
    this.judge = judge;
    this.rules = rules;
    this.site = site;
  }

  @Override
  public Decision decide(Detection detection) {
    List<EvidenceEvent> events = detection.events();
    Map<String, String> last = events.isEmpty() ? Map.of() : events.get(events.size() - 1).fields();
    return histories.on(
        detection,
        recent ->
            judge.decide(
                detection,
                last,
                rules.rule(detection.rule().id()).map(Rule::guidance).orElse(null),
                site,
                recent));
  }

  @Override
  public void withdraw(Detection detection) {
    histories.withdraw(detection);
  }

  @Override
  public void advance(long watermarkMicros) {
    histories.advance(watermarkMicros);
  }
}
