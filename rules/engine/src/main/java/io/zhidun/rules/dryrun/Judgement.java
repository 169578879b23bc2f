package io.zhidun.rules.dryrun;

import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.EvidenceEvent;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.judge.Judge;
import io.zhidun.rules.judge.SiteFacts;
import io.zhidun.rules.sigma.Rule;
import java.util.List;
import java.util.Map;

/** What becomes of a detection. */
@FunctionalInterface
public interface Judgement {
  Decision decide(Detection detection);

  /** Lays a detection and the event that completed it before the judge, as the stream does. */
  static Judgement of(Judge judge, RuleSet rules, SiteFacts site) {
    return detection -> {
      List<EvidenceEvent> events = detection.events();
      Map<String, String> last =
          events.isEmpty() ? Map.of() : events.get(events.size() - 1).fields();
      return judge.decide(
          detection,
          last,
          rules.rule(detection.rule().id()).map(Rule::guidance).orElse(null),
          site);
    };
  }
}
