package io.zhidun.rules;

import io.zhidun.events.Detection;
import io.zhidun.events.Event;
import io.zhidun.rules.correlate.Correlator;
import io.zhidun.rules.correlate.GroupKey;
import io.zhidun.rules.correlate.GroupState;
import io.zhidun.rules.correlate.Match;
import io.zhidun.rules.correlate.Onward;
import io.zhidun.rules.explain.Detector;
import io.zhidun.rules.match.EventMatcher;
import io.zhidun.rules.sigma.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A rule set over events in memory: the same matching and the same state machines as in the stream,
 * for cases, dry runs and replays. Belongs to one thread.
 */
public final class DetectionRun {
  private final Correlator correlator;
  private final EventMatcher matcher;
  private final Map<GroupKey, GroupState> groups = new HashMap<>();

  public DetectionRun(RuleSet rules) {
    this.correlator = rules.correlator();
    this.matcher = rules.newMatcher();
  }

  /** Takes an event; hands over what it makes and, with {@code withdrawn} set, what it unmakes. */
  public void on(Event event, Consumer<Detection> sink) {
    matcher.match(event, rule -> matched(rule, event, sink));
  }

  private void matched(Rule rule, Event event, Consumer<Detection> sink) {
    if (rule.detectsAlone()) {
      sink.accept(Detector.single(rule, event));
    }
    if (!correlator.reads(rule)) {
      return;
    }
    Match match = correlator.toMatch(rule, event);
    for (GroupKey key : correlator.groups(rule, event)) {
      GroupState group = groups.computeIfAbsent(key, correlator::newGroup);
      tell(key, group.on(match), sink);
    }
  }

  private void tell(GroupKey key, List<Detection> made, Consumer<Detection> sink) {
    for (Detection detection : made) {
      if (correlator.tells(detection)) {
        sink.accept(detection);
      }
      for (Onward onward : correlator.onward(key, detection)) {
        GroupState group = groups.computeIfAbsent(onward.group(), correlator::newGroup);
        Match match = onward.match();
        tell(onward.group(), detection.withdrawn() ? group.off(match) : group.on(match), sink);
      }
    }
  }

  /** How many groups of correlations it holds. */
  public int groupCount() {
    return groups.size();
  }

  /** Event time has come this far: settles, and drops the groups that hold nothing more. */
  public void advance(long watermarkMicros) {
    groups
        .values()
        .removeIf(
            group -> {
              if (group.nextExpiryMicros() <= watermarkMicros) {
                group.advance(watermarkMicros);
              }
              return group.isEmpty();
            });
  }
}
