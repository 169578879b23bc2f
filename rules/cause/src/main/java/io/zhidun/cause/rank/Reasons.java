package io.zhidun.cause.rank;

import io.zhidun.cause.Texts;
import io.zhidun.cause.fact.Fact;
import io.zhidun.cause.topology.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts the parts of a suspect's score into words. */
final class Reasons {
  /** What adds less than this is not told. */
  private static final double WORTH_TELLING = 0.01;

  private final Scene scene;

  Reasons(Scene scene) {
    this.scene = scene;
  }

  List<Reason> of(Suspect suspect) {
    List<Reason> reasons = new ArrayList<>();
    for (Part part : Part.values()) {
      double contribution = suspect.contribution(part, scene.setting);
      Reason reason = contribution < WORTH_TELLING ? null : reason(part, contribution, suspect);
      if (reason != null) {
        reasons.add(reason);
      }
    }
    reasons.sort(Comparator.comparingDouble(Reason::contribution).reversed());
    return reasons;
  }

  int explained(Suspect suspect) {
    int explained = 0;
    for (Symptom symptom : scene.symptoms) {
      explained += Suspects.felt(symptom, suspect.influence) > 0 ? 1 : 0;
    }
    return explained;
  }

  private Reason reason(Part part, double contribution, Suspect suspect) {
    List<Fact> facts = facts(part, suspect.node);
    return new Reason(
        part,
        suspect.part(part),
        contribution,
        text(part, suspect, facts),
        facts.stream().map(Fact::id).toList());
  }

  private List<Fact> facts(Part part, String node) {
    return switch (part) {
      case CHANGE -> scene.changes.getOrDefault(node, List.of());
      case SECURITY -> scene.near(scene.detections, node);
      case EXPLAINS, UPSTREAM -> List.of();
      case EARLIEST, SATURATION ->
          scene.on(node).stream().flatMap(s -> s.facts().stream()).sorted(Fact.ORDER).toList();
    };
  }

  private Texts text(Part part, Suspect suspect, List<Fact> facts) {
    boolean silent = !scene.byNode.containsKey(suspect.node);
    if (silent && part != Part.EXPLAINS && facts.isEmpty()) {
      return new Texts("它自身没有告警，但依赖它的节点出现异常", "silent itself, beneath nodes that are in trouble");
    }
    return switch (part) {
      case EXPLAINS -> explains(suspect);
      case EARLIEST -> earliest(suspect);
      case UPSTREAM -> new Texts("沿依赖方向追溯，症状汇聚到它", "the symptoms lead to it along dependencies");
      case CHANGE -> change(facts);
      case SATURATION -> own(suspect.node);
      case SECURITY -> security(facts);
    };
  }

  private Texts explains(Suspect suspect) {
    int explained = explained(suspect);
    int all = scene.symptoms.size();
    return new Texts(
        all + " 个症状中的 " + explained + " 个可由它的故障传播而来",
        explained + " of " + all + " symptoms can come from its trouble");
  }

  private Texts earliest(Suspect suspect) {
    Instant first = scene.first(suspect.node);
    if (first == null) {
      return Part.EARLIEST.text();
    }
    long seconds = Duration.between(scene.onset, first).toSeconds();
    return seconds <= 0
        ? new Texts("它是最早出现异常的节点之一", "it was among the first in trouble")
        : new Texts(
            "告警风暴开始后 " + seconds + " 秒即出现异常，早于多数受影响节点",
            "in trouble " + seconds + " s after the onset, before most of what it affects");
  }

  private Texts change(List<Fact> facts) {
    Fact last = facts.get(facts.size() - 1);
    long seconds = Duration.between(last.at(), scene.onset).toSeconds();
    String title = last.title().zh();
    String titleEn = last.title().en();
    return seconds >= 0
        ? new Texts(
            "故障前 " + time(seconds, true) + "：" + title,
            time(seconds, false) + " before: " + titleEn)
        : new Texts("故障前后：" + title, "about the same time: " + titleEn);
  }

  private Texts own(String node) {
    Symptom strongest = null;
    double most = -1;
    for (Symptom symptom : scene.on(node)) {
      double own = scene.setting.own().getOrDefault(symptom.signal(), 0.0);
      if (own > most) {
        most = own;
        strongest = symptom;
      }
    }
    return strongest == null ? Part.SATURATION.text() : strongest.signal().text();
  }

  private static Texts security(List<Fact> facts) {
    if (facts.isEmpty()) {
      return Part.SECURITY.text();
    }
    Texts title = facts.get(0).title();
    return new Texts("安全检测：" + title.zh(), "security detection: " + title.en());
  }

  private static String time(long seconds, boolean zh) {
    if (seconds < 120) {
      return seconds + (zh ? " 秒" : " s");
    }
    return String.format(Locale.ROOT, "%d%s", seconds / 60, zh ? " 分钟" : " min");
  }

  /** What people call the node. */
  static Texts name(@Nullable Node node, String id) {
    return node == null ? new Texts(id, id) : node.name();
  }
}
