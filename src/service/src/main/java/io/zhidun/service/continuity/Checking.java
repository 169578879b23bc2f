package io.zhidun.service.continuity;

import io.zhidun.events.BilingualText;
import java.io.IOException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Does the steps that the platform does by itself. */
@Component
class Checking {
  private final Standing standing;

  Checking(Standing standing) {
    this.standing = standing;
  }

  /** How a check came out. */
  record Seen(boolean good, BilingualText words) {}

  /** Looks now; that nothing answers is a result and not an exception. */
  Seen look(Check check, String system, Plan plan) {
    try {
      return judge(check, standing.facts(system), plan);
    } catch (IOException e) {
      return seen(false, "无法查看：" + e.getMessage(), "could not look: " + e.getMessage());
    }
  }

  static Seen judge(Check check, RecoveryFacts facts, Plan plan) {
    boolean saved = facts.sources() > 0 && facts.unsaved() == 0;
    return switch (check) {
      case NONE -> throw new IllegalArgumentException("people do this step");
      case RECOVERABLE -> recoverable(saved, facts, Duration.ofMinutes(plan.rpoMinutes()));
      case OFFSITE -> {
        boolean good = saved && facts.offsite();
        yield seen(
            good,
            good ? "每个来源都有异地副本" : "有来源没有异地副本",
            good ? "each source has a copy elsewhere" : "a source has no copy elsewhere");
      }
      case DRILLED ->
          seen(
              facts.drillsPassed(),
              facts.drillsPassed() ? "每个来源最近一次恢复演练都通过" : "有来源最近一次恢复演练未通过，或从未演练",
              facts.drillsPassed()
                  ? "the last restore drill of each source passed"
                  : "the last restore drill of a source did not pass, or there was none");
      case STANDBY -> {
        int nodes = facts.nodes() == null ? 0 : facts.nodes();
        yield seen(
            nodes >= 2,
            "就绪的服务器 " + nodes + " 台，要 2 台",
            "servers that are ready: " + nodes + ", wanted are 2");
      }
    };
  }

  private static Seen recoverable(boolean saved, RecoveryFacts facts, Duration bound) {
    Duration exposure = facts.exposure();
    String zh = "来源 " + facts.sources() + " 个，没有备份的 " + facts.unsaved() + " 个";
    String en = "sources " + facts.sources() + ", without a backup " + facts.unsaved();
    return exposure == null
        ? seen(false, zh, en)
        : seen(
            saved && exposure.compareTo(bound) <= 0,
            zh + "，此刻会丢失 " + Lengths.zh(exposure) + " 的数据，RPO " + Lengths.zh(bound),
            en
                + ", work that would be lost now "
                + Lengths.en(exposure)
                + ", RPO "
                + Lengths.en(bound));
  }

  private static Seen seen(boolean good, String zh, String en) {
    return new Seen(good, new BilingualText(zh, en));
  }
}
