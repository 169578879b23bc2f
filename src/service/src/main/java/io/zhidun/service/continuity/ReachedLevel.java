package io.zhidun.service.continuity;

import io.zhidun.events.BilingualText;
import io.zhidun.service.continuity.RecoveryLevels.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The level that is reached: that of the weakest of the seven elements of GB/T 20988. A pure
 * function of facts and figures.
 *
 * @param level 0 to 6
 * @param figures version of the figures
 */
record ReachedLevel(int level, String figures, List<Element> elements) {
  ReachedLevel {
    elements = List.copyOf(elements);
  }

  /**
   * One element.
   *
   * @param level that it reaches, 0 to 6
   * @param declared that it rests on what the plan says and not on what was seen
   * @param missing what keeps it from the next level; empty at 6
   */
  record Element(
      String code, BilingualText name, int level, boolean declared, List<BilingualText> missing) {
    Element {
      missing = List.copyOf(missing);
    }
  }

  /** What keeps the weakest elements from their next level, each once. */
  List<BilingualText> missing() {
    return elements.stream()
        .filter(one -> one.level() == level)
        .flatMap(one -> one.missing().stream())
        .distinct()
        .toList();
  }

  /** Says what keeps an element from a level, or nothing. */
  private interface Demand {
    void judge(Level level, List<BilingualText> missing);
  }

  static ReachedLevel of(RecoveryFacts facts, RecoveryLevels figures) {
    Plan.Declared declared = facts.declared() == null ? Plan.Declared.NONE : facts.declared();
    List<Element> elements =
        List.of(
            element(
                figures,
                "data-backup",
                "数据备份系统",
                "data backup system",
                false,
                (level, missing) -> backup(facts, level, missing)),
            element(
                figures,
                "processing",
                "备用数据处理系统",
                "standby processing system",
                false,
                (level, missing) -> processing(facts, declared, level, missing)),
            element(
                figures,
                "network",
                "备用网络系统",
                "standby network",
                true,
                (level, missing) ->
                    rank(declared.network(), level.network(), "备用网络", "standby network", missing)),
            element(
                figures,
                "infrastructure",
                "备用基础设施",
                "standby infrastructure",
                true,
                (level, missing) ->
                    rank(declared.site(), level.site(), "备用场地", "standby site", missing)),
            element(
                figures,
                "support",
                "专业技术支持能力",
                "technical support",
                true,
                (level, missing) ->
                    rank(declared.support(), level.support(), "技术支持", "support", missing)),
            element(
                figures,
                "operations",
                "运行维护管理能力",
                "operation and maintenance",
                true,
                (level, missing) ->
                    rank(declared.operations(), level.operations(), "运维值守", "operations", missing)),
            element(
                figures,
                "plan",
                "灾难恢复预案",
                "recovery plan",
                false,
                (level, missing) -> plan(facts, level, missing)));
    int level = elements.stream().mapToInt(Element::level).min().orElse(0);
    return new ReachedLevel(level, figures.version(), elements);
  }

  private static Element element(
      RecoveryLevels figures, String code, String zh, String en, boolean declared, Demand demand) {
    int reached = 0;
    List<BilingualText> missing = new ArrayList<>();
    for (Level level : figures.levels()) {
      demand.judge(level, missing);
      if (!missing.isEmpty()) {
        break;
      }
      reached = level.level();
    }
    return new Element(code, new BilingualText(zh, en), reached, declared, missing);
  }

  private static void backup(RecoveryFacts facts, Level level, List<BilingualText> missing) {
    if (facts.sources() == 0 || facts.unsaved() > 0) {
      missing.add(
          facts.sources() == 0
              ? text("没有备份源", "nothing of the system is backed up here")
              : text(
                  facts.unsaved() + " 个备份源从未备份",
                  facts.unsaved() + " sources were never backed up"));
      return;
    }
    if (level.offsite() && !facts.offsite()) {
      missing.add(text("有备份源没有异地副本", "a source has no copy elsewhere"));
    }
    Duration exposure = facts.exposure();
    // Nothing measures a loss of zero but a copy that is written at the same time.
    Duration lost = level.rpo().isZero() ? facts.replicationLag() : exposure;
    if (lost == null || lost.compareTo(level.rpo()) > 0) {
      missing.add(
          text(
              "可能丢失 " + Lengths.zh(lost) + " 的数据，要求不超过 " + Lengths.zh(level.rpo()),
              "work of "
                  + Lengths.en(lost)
                  + " may be lost, at most "
                  + Lengths.en(level.rpo())
                  + " is asked"));
    }
    if (level.realTime() && facts.replicationLag() == null) {
      missing.add(text("没有异地实时复制", "nothing is copied elsewhere in real time"));
    }
    if (!facts.drillsPassed()) {
      missing.add(text("恢复演练未全部通过", "not every source passed its last restore drill"));
    }
  }

  private static void processing(
      RecoveryFacts facts, Plan.Declared declared, Level level, List<BilingualText> missing) {
    rank(declared.equipment(), level.equipment(), "备用设备", "standby equipment", missing);
    int nodes = facts.nodes() == null ? 0 : facts.nodes();
    if (nodes < level.nodes()) {
      missing.add(
          text(
              "正常节点 " + nodes + " 个，要求 " + level.nodes(),
              nodes + " servers are seen ready, " + level.nodes() + " are asked"));
    }
  }

  private static void rank(
      int declared, int asked, String zh, String en, List<BilingualText> missing) {
    if (declared < asked) {
      missing.add(
          text(
              "预案声明的" + zh + "为 " + declared + " 档，要求 " + asked + " 档",
              "the plan declares " + en + " of rank " + declared + ", " + asked + " is asked"));
    }
  }

  private static void plan(RecoveryFacts facts, Level level, List<BilingualText> missing) {
    Duration every = facts.exerciseEvery();
    Duration age = facts.exerciseAge();
    if (facts.declared() == null || every == null) {
      missing.add(text("没有灾难恢复预案", "there is no recovery plan"));
      return;
    }
    if (level.rto() == null) {
      return;
    }
    if (age == null) {
      missing.add(text("没有通过的切换演练", "no switch-over was exercised and passed"));
    } else if (age.compareTo(every) > 0) {
      missing.add(
          text(
              "切换演练已逾期，最近一次在 " + Lengths.zh(age) + "前",
              "the last exercise was "
                  + Lengths.en(age)
                  + " ago, every "
                  + Lengths.en(every)
                  + " is asked"));
    }
    Duration rto = facts.rto();
    if (age != null && (rto == null || rto.compareTo(level.rto()) > 0)) {
      missing.add(
          text(
              "演练实测恢复用时 " + Lengths.zh(rto) + "，要求不超过 " + Lengths.zh(level.rto()),
              "switching took "
                  + Lengths.en(rto)
                  + ", at most "
                  + Lengths.en(level.rto())
                  + " is asked"));
    }
  }

  private static BilingualText text(String zh, String en) {
    return new BilingualText(zh, en);
  }
}
