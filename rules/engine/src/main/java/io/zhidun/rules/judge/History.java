package io.zhidun.rules.judge;

import io.zhidun.events.Severity;
import io.zhidun.rules.entity.Recent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the finding's entity was behind in the last 24 hours, this finding included. A fact. Numbers
 * are coarse, so that decisions are found again.
 */
public final class History {
  /** Most rules that are told apart. */
  public static final int MOST_RULES = 8;

  /** Most days that are told apart. */
  public static final int MOST_DAYS = 30;

  private static final List<Long> STEPS =
      List.of(1L, 2L, 3L, 5L, 10L, 20L, 50L, 100L, 200L, 500L, 1_000L);
  private static final List<Integer> HOURS = List.of(1, 6, 24);

  private final Case judged;

  History(Case judged) {
    this.judged = judged;
  }

  static Object answer(Question.Topic topic, Recent recent, Instant time) {
    return switch (topic) {
      case RULES -> Math.min(MOST_RULES, recent.rules().size());
      case HELD_RULES -> Math.min(MOST_RULES, recent.heldRules().size());
      case RULE_NAMES -> firstOf(recent.rules());
      case DETECTIONS -> atLeast(recent.detections());
      case HIGHEST -> recent.highest();
      case WITHIN -> hours(recent.span());
      default -> days(recent.since(), time);
    };
  }

  private static List<String> firstOf(List<String> names) {
    return names.subList(0, Math.min(MOST_RULES, names.size()));
  }

  private static long atLeast(long count) {
    long least = 1;
    for (long step : STEPS) {
      least = count >= step ? step : least;
    }
    return least;
  }

  private static int hours(Duration span) {
    for (int hours : HOURS) {
      if (span.compareTo(Duration.ofHours(hours)) <= 0) {
        return hours;
      }
    }
    return HOURS.get(HOURS.size() - 1);
  }

  private static int days(Instant since, Instant time) {
    return (int) Math.min(MOST_DAYS, Duration.between(since, time).toDays());
  }

  /** The field that names the entity: user.name, source.ip, host.name, or empty. */
  public String getEntity() {
    return judged.ask(Question.ENTITY, String.class);
  }

  /** Its name or address; ask for it only where it matters, since each has its own decision. */
  public String getValue() {
    return judged.ask(Question.ENTITY_VALUE, String.class);
  }

  /** How many rules raised something or raise this; {@link #MOST_RULES} may be more. */
  public int getRules() {
    return judged.ask(Question.RULES, Integer.class);
  }

  /** Whether there are so many {@link #getRules}: the cheapest to ask, with two answers. */
  public boolean atLeast(int rules) {
    return judged.ask(Question.atLeastRules(rules), Boolean.class);
  }

  /** How many other rules detected only what the judge held; {@link #MOST_RULES} may be more. */
  public int getHeldRules() {
    return judged.ask(Question.HELD_RULES, Integer.class);
  }

  /** The names of {@link #getRules}, sorted, at most {@link #MOST_RULES}. */
  @SuppressWarnings("unchecked")
  public List<String> getRuleNames() {
    return judged.ask(Question.RULE_NAMES, List.class);
  }

  /** How many detections there were at least: 1, 2, 3, 5, 10, 20, … 1,000. */
  public long getDetections() {
    return judged.ask(Question.DETECTIONS, Long.class);
  }

  /** The highest severity that the rules of these detections have. */
  public Severity getHighest() {
    return judged.ask(Question.HIGHEST, Severity.class);
  }

  /** Within how many hours all of them happened: 1, 6 or 24. */
  public int getWithinHours() {
    return judged.ask(Question.WITHIN, Integer.class);
  }

  /** For how many days there was a detection every day, up to {@link #MOST_DAYS}. */
  public int getDaysKnown() {
    return judged.ask(Question.DAYS_KNOWN, Integer.class);
  }
}
