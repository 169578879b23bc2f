package io.zhidun.cause.rank;

import io.zhidun.cause.Texts;
import io.zhidun.cause.rank.AffectedCapability.Degree;
import io.zhidun.cause.rank.FoldedSymptom.Why;
import io.zhidun.cause.storm.Storm;
import io.zhidun.cause.topology.Graph;
import io.zhidun.cause.topology.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Explains a storm: ranks causes, folds what merely suffers, names what people cannot do. A pure
 * function of storm, map and setting; thread-safe.
 */
public final class CauseAnalysis {
  private static final int SHOWN = 5;

  private final CauseSetting setting;

  public CauseAnalysis(CauseSetting setting) {
    this.setting = setting;
  }

  /** All suspects of a storm, the likeliest first, as ids of nodes. */
  public List<String> ranked(Storm storm, Graph graph) {
    return new Suspects(new Scene(storm, graph, setting))
        .ranked().stream().map(s -> s.node).toList();
  }

  /**
   * Explains a storm.
   *
   * @param graph the map at about the time of the storm
   */
  public Explanation explain(Storm storm, Graph graph) {
    Scene scene = new Scene(storm, graph, setting);
    List<Suspect> ranked = new Suspects(scene).ranked();
    Reasons reasons = new Reasons(scene);
    List<Cause> causes = new ArrayList<>();
    for (Suspect suspect : ranked.subList(0, Math.min(SHOWN, ranked.size()))) {
      causes.add(cause(causes.size() + 1, suspect, reasons, scene));
    }
    Suspect first = ranked.isEmpty() ? null : ranked.get(0);
    List<AffectedCapability> capabilities = new Capabilities(scene).of(first);
    return new Explanation(
        setting.version(),
        storm.id(),
        graph.time(),
        scene.onset,
        storm.last(),
        storm.facts().size(),
        causes,
        folded(scene, first),
        capabilities,
        summary(storm, causes, capabilities));
  }

  private Cause cause(int rank, Suspect suspect, Reasons reasons, Scene scene) {
    Node node = scene.graph.node(suspect.node);
    return new Cause(
        rank,
        suspect.node,
        node == null ? null : node.kind(),
        Reasons.name(node, suspect.node),
        suspect.score(setting),
        reasons.explained(suspect),
        reasons.of(suspect));
  }

  private static List<FoldedSymptom> folded(Scene scene, @Nullable Suspect cause) {
    List<FoldedSymptom> folded = new ArrayList<>();
    for (Symptom symptom : scene.symptoms) {
      Why why = why(symptom, cause);
      List<String> path =
          cause == null || why != Why.SUFFERS ? List.of() : cause.influence.path(symptom.node());
      folded.add(
          new FoldedSymptom(
              symptom.node(),
              symptom.signal(),
              symptom.first(),
              symptom.facts().size(),
              why,
              path,
              text(why, path, scene),
              symptom.facts().stream().map(fact -> fact.id()).toList()));
    }
    return folded;
  }

  private static Why why(Symptom symptom, @Nullable Suspect cause) {
    if (cause == null) {
      return Why.NEARBY;
    }
    if (symptom.node().equals(cause.node)) {
      return Why.CAUSE;
    }
    return Suspects.felt(symptom, cause.influence) > 0 ? Why.SUFFERS : Why.NEARBY;
  }

  private static Texts text(Why why, List<String> path, Scene scene) {
    return switch (why) {
      case CAUSE -> new Texts("最可能原因自身的症状", "a symptom of the likeliest cause itself");
      case SUFFERS -> {
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (String id : path) {
          Texts name = Reasons.name(scene.graph.node(id), id);
          zh.add(name.zh());
          en.add(name.en());
        }
        yield new Texts(
            "受其影响：" + String.join(" → ", zh), "suffers from it: " + String.join(" → ", en));
      }
      case NEARBY ->
          new Texts(
              "位置和时间相近，但拓扑上未见传播路径", "near in place and time; the map shows no way from the cause");
    };
  }

  private static Texts summary(
      Storm storm, List<Cause> causes, List<AffectedCapability> capabilities) {
    if (causes.isEmpty()) {
      return new Texts("未找到可能的原因", "no likely cause was found");
    }
    Cause first = causes.get(0);
    Texts kind = first.kind() == null ? new Texts("", "") : first.kind().text();
    Texts why = first.reasons().isEmpty() ? new Texts("", "") : first.reasons().get(0).text();
    String zh =
        "最可能的原因是"
            + kind.zh()
            + " "
            + first.name().zh()
            + "（"
            + why.zh()
            + "）；已归并 "
            + storm.facts().size()
            + " 条告警";
    String en =
        "The likeliest cause is the "
            + kind.en()
            + " "
            + first.name().en()
            + " ("
            + why.en()
            + "); "
            + storm.facts().size()
            + " alerts are folded under it";
    for (AffectedCapability capability : capabilities) {
      if (capability.degree() != Degree.AT_RISK) {
        zh += "；" + capability.text().zh();
        en += "; " + capability.text().en();
      }
    }
    return new Texts(zh + "。", en + ".");
  }
}
