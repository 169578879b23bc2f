package io.zhidun.service.metric;

import io.zhidun.service.web.Parameters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * An expression over a span of time.
 *
 * @param expression in PromQL
 * @param from the first moment, whole seconds
 * @param steps how many moments follow it
 * @param step between two of them, whole seconds
 */
record RangeQuery(String expression, Instant from, int steps, Duration step) {
  static final int MAX_EXPRESSION = 4096;

  /** About as many as a chart has pixels to tell them apart. */
  private static final int USUAL_STEPS = 600;

  private static final int MAX_STEPS = 2000;
  private static final Duration LEAST_STEP = Duration.ofSeconds(15);
  private static final Duration USUAL_SPAN = Duration.ofHours(6);
  private static final Duration MAX_SPAN = Duration.ofDays(366);

  /** Without a step the one that makes about 600 moments; without times the last six hours. */
  static RangeQuery read(Parameters parameters, Clock clock) {
    String expression = expression(parameters);
    Instant to = parameters.time("to");
    Instant until = to == null ? clock.instant() : to;
    Instant from = parameters.time("from");
    Instant since = from == null ? until.minus(USUAL_SPAN) : from;
    long span = until.getEpochSecond() - since.getEpochSecond();
    if (span < 1 || span > MAX_SPAN.toSeconds()) {
      parameters.fault(
          "from", since.toString(), "must be 1 second to 366 days before to, which is " + until);
      span = 1;
    }
    long fitting = Math.max(LEAST_STEP.toSeconds(), (span + USUAL_STEPS - 1) / USUAL_STEPS);
    Duration step = parameters.duration("step", Duration.ofSeconds(fitting));
    long steps = span / step.toSeconds();
    if (steps > MAX_STEPS) {
      parameters.fault(
          "step",
          step.toString(),
          "must make at most %d moments of the span, made %d".formatted(MAX_STEPS, steps));
      steps = MAX_STEPS;
    }
    return new RangeQuery(
        expression,
        Instant.ofEpochSecond(since.getEpochSecond()),
        Math.toIntExact(steps),
        Duration.ofSeconds(step.toSeconds()));
  }

  /** The parameter {@code query}, which must be there. */
  static String expression(Parameters parameters) {
    String expression = parameters.text("query", MAX_EXPRESSION);
    if (expression == null) {
      parameters.fault("query", "", "must be an expression of PromQL");
      return "";
    }
    return expression;
  }

  Instant to() {
    return from.plus(step.multipliedBy(steps));
  }
}
