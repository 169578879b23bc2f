package io.zhidun.rules.correlate;

import io.zhidun.rules.sigma.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matches of several rules within the timespan, in the order of the rules. For each number of rules
 * the chain that began last is held: whatever an earlier chain can still become, it can too.
 */
final class TemporalOrdered extends Machine {
  /** Chains by length minus one. */
  private final @Nullable List<Step>[] chains;

  TemporalOrdered(Rule rule) {
    this(rule, noChains(rule.requireCorrelation().rules().size()));
  }

  private TemporalOrdered(Rule rule, @Nullable List<Step>[] chains) {
    super(rule);
    this.chains = chains;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static @Nullable List<Step>[] noChains(int length) {
    return new List[length];
  }

  @Override
  @Nullable Reached on(Step step) {
    forgetBefore(step.timeMicros() - timespanMicros);
    for (int i = chains.length - 1; i >= 0; i--) {
      if (correlation.rules().get(i).equals(step.ruleId())) {
        extend(i, step);
      }
    }
    List<Step> reached = chains[correlation.threshold().reach() - 1];
    if (reached == null) {
      return null;
    }
    Arrays.fill(chains, null);
    return Reached.counting(reached);
  }

  private void extend(int at, Step step) {
    if (at == 0) {
      chains[0] = List.of(step);
      return;
    }
    List<Step> shorter = chains[at - 1];
    if (shorter != null) {
      List<Step> longer = new ArrayList<>(shorter);
      longer.add(step);
      chains[at] = List.copyOf(longer);
    }
  }

  @Override
  void forgetBefore(long micros) {
    for (int i = 0; i < chains.length; i++) {
      List<Step> chain = chains[i];
      if (chain != null && chain.get(0).timeMicros() < micros) {
        chains[i] = null;
      }
    }
  }

  @Override
  long oldestMicros() {
    long oldest = Long.MAX_VALUE;
    for (List<Step> chain : chains) {
      oldest = chain == null ? oldest : Math.min(oldest, chain.get(0).timeMicros());
    }
    return oldest;
  }

  @Override
  Machine copy() {
    return new TemporalOrdered(rule, chains.clone());
  }

  @Override
  List<List<Step>> lanes() {
    List<List<Step>> lanes = new ArrayList<>();
    for (List<Step> chain : chains) {
      lanes.add(chain == null ? List.of() : chain);
    }
    return lanes;
  }

  @Override
  void restore(List<List<Step>> lanes) {
    for (int i = 0; i < chains.length && i < lanes.size(); i++) {
      chains[i] = lanes.get(i).isEmpty() ? null : lanes.get(i);
    }
  }
}
