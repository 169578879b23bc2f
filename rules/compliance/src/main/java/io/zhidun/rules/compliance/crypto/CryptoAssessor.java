package io.zhidun.rules.compliance.crypto;

import io.zhidun.rules.compliance.knowledge.Knowledge;
import io.zhidun.rules.compliance.knowledge.Node;
import io.zhidun.rules.compliance.knowledge.Row;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.rules.compliance.record.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Scores a self-assessment by the rules of 2023: objects by D, A and K, units as the mean of their
 * objects, layers and the total as weighted means; what does not apply drops out. Four decimals
 * inside, two at the total, half up. Figures stand in crypto.yml.
 */
public final class CryptoAssessor {
  private static final int INSIDE = 4;
  private static final int TOTAL = 2;
  private static final int HIGHEST_LEVEL = 4;

  private final Node data;
  private final List<CryptoUnit> units = new ArrayList<>();

  private CryptoAssessor(Node data, List<Row> rows) {
    this.data = data;
    Node layers = data.at("layers");
    for (Row row : rows) {
      Map<Integer, Double> weights = new HashMap<>();
      for (int level = 1; level <= HIGHEST_LEVEL; level++) {
        String weight = row.needed("level-" + level);
        if (!weight.equals("/")) {
          weights.put(level, Double.parseDouble(weight));
        }
      }
      String layer = row.needed("layer");
      units.add(
          new CryptoUnit(
              row.needed("id"),
              new Texts(layer, row.needed("layer-en")),
              new Texts(row.needed("zh"), row.needed("en")),
              Boolean.parseBoolean(layers.at(layer).at("technical").text()),
              weights));
    }
  }

  public static CryptoAssessor shipped() {
    return new CryptoAssessor(Knowledge.yaml("crypto.yml"), Knowledge.table("crypto-units.tsv"));
  }

  /** The units that the level asks for, in order. */
  public List<CryptoUnit> units(int level) {
    return units.stream().filter(unit -> unit.weight(level).isPresent()).toList();
  }

  /**
   * Scores.
   *
   * @param level 1 to 4, of the system's protection
   * @param answers of units; one that is missing counts as nothing and is told as a doubt
   * @param highRisks open high-risk problems of cryptography
   * @throws IllegalArgumentException where an answer is of no unit of the level, or given twice
   */
  public CryptoScore score(int level, List<CryptoAnswer> answers, int highRisks) {
    Map<String, CryptoAnswer> byUnit = byUnit(level, answers);
    Map<String, BigDecimal> points = new LinkedHashMap<>();
    List<Texts> doubts = new ArrayList<>();
    for (CryptoUnit unit : units(level)) {
      CryptoAnswer answer = byUnit.get(unit.id());
      if (answer == null || isOpen(unit, answer)) {
        doubts.add(
            new Texts(
                unit.id() + " " + unit.name().zh() + " 未测，按 0 分计",
                unit.id() + " " + unit.name().en() + " is not assessed and counts as nothing"));
        points.put(unit.id(), inside(0));
      } else if (answer.result() != Result.NOT_APPLICABLE) {
        points.put(unit.id(), unit.technical() ? objects(level, answer) : management(answer));
      }
    }
    Map<String, BigDecimal> layers = layers(level, points);
    BigDecimal total = total(layers);
    doubts.add(
        new Texts(
            "量化规则与权重转录自公开资料，未经原文核对；本结果为自查，不是密评机构报告",
            "rules and weights are second-hand; a self-check, not an assessment body's report"));
    return new CryptoScore(
        "crypto-2023 #" + data.at("version").text(),
        total,
        layers,
        points,
        value(total, points, highRisks),
        doubts);
  }

  private Map<String, CryptoAnswer> byUnit(int level, List<CryptoAnswer> answers) {
    Set<String> known = new HashSet<>();
    units(level).forEach(unit -> known.add(unit.id()));
    Map<String, CryptoAnswer> byUnit = new HashMap<>();
    for (CryptoAnswer answer : answers) {
      if (!known.contains(answer.unit())) {
        throw new IllegalArgumentException("level " + level + " has no unit " + answer.unit());
      }
      if (byUnit.put(answer.unit(), answer) != null) {
        throw new IllegalArgumentException("unit " + answer.unit() + " is answered twice");
      }
    }
    return byUnit;
  }

  private static boolean isOpen(CryptoUnit unit, CryptoAnswer answer) {
    return switch (answer.result()) {
      case NOT_ASSESSED, NO_EVIDENCE -> true;
      case NOT_APPLICABLE -> false;
      case MET, PARTLY_MET, NOT_MET -> unit.technical() && answer.objects().isEmpty();
    };
  }

  private BigDecimal objects(int level, CryptoAnswer answer) {
    double sum = 0;
    for (CryptoObject object : answer.objects()) {
      sum += inside(object(level, object)).doubleValue();
    }
    return inside(sum / answer.objects().size());
  }

  private double object(int level, CryptoObject object) {
    if (!object.effective()) {
      return 0;
    }
    Node worth = data.at("object");
    boolean accepted = data.at("algorithms").at("accepted").texts().contains(object.algorithm());
    if (accepted) {
      return object.keysSound()
          ? worth.at("all").number()
          : worth.at("keys-fail").number() * keyFactor(level, object);
    }
    double strength = strengthFactor(object.algorithm());
    return object.keysSound()
        ? worth.at("algorithm-fails").number() * strength
        : worth.at("both-fail").number() * strength * keyFactor(level, object);
  }

  /** Of an algorithm that is not accepted; one that is not in the table has no known strength. */
  private double strengthFactor(String algorithm) {
    Node bits = data.at("algorithms").at("bits").find(algorithm);
    double strength = bits == null ? 0 : bits.number();
    return data.at("strength").items().stream()
        .filter(step -> strength >= step.at("from-bits").number())
        .findFirst()
        .orElseThrow()
        .at("factor")
        .number();
  }

  private double keyFactor(int level, CryptoObject object) {
    Node keys = data.at("keys").members().get(String.valueOf(level));
    boolean module = keys != null && object.moduleLevel() >= keys.at("module-level").number();
    return keys != null && module ? keys.at("factor").number() : 1;
  }

  private static BigDecimal management(CryptoAnswer answer) {
    return inside(
        switch (answer.result()) {
          case MET -> 1;
          case PARTLY_MET -> 0.5;
          case NOT_MET, NOT_APPLICABLE, NOT_ASSESSED, NO_EVIDENCE -> 0;
        });
  }

  private Map<String, BigDecimal> layers(int level, Map<String, BigDecimal> points) {
    Map<String, BigDecimal> layers = new LinkedHashMap<>();
    for (String layer : data.at("layers").members().keySet()) {
      double weighted = 0;
      double weights = 0;
      for (CryptoUnit unit : units(level)) {
        BigDecimal point = points.get(unit.id());
        if (point != null && unit.layer().zh().equals(layer)) {
          double weight = unit.weight(level).orElse(0.0);
          weighted += weight * point.doubleValue();
          weights += weight;
        }
      }
      if (weights > 0) {
        layers.put(layer, inside(weighted / weights));
      }
    }
    return layers;
  }

  private BigDecimal total(Map<String, BigDecimal> layers) {
    double total =
        data.at("total").at("technical").number() * mean(layers, true)
            + data.at("total").at("management").number() * mean(layers, false);
    return rounded(total, TOTAL);
  }

  private double mean(Map<String, BigDecimal> points, boolean technical) {
    double weighted = 0;
    double weights = 0;
    for (Map.Entry<String, Node> layer : data.at("layers").members().entrySet()) {
      BigDecimal point = points.get(layer.getKey());
      if (point != null
          && Boolean.parseBoolean(layer.getValue().at("technical").text()) == technical) {
        double weight = layer.getValue().at("weight").number();
        weighted += weight * point.doubleValue();
        weights += weight;
      }
    }
    return weights == 0 ? 0 : inside(weighted / weights).doubleValue();
  }

  private Texts value(BigDecimal total, Map<String, BigDecimal> points, int highRisks) {
    boolean whole =
        points.values().stream().allMatch(point -> point.compareTo(BigDecimal.ONE) >= 0);
    if (highRisks == 0 && whole && !points.isEmpty()) {
      return new Texts("符合", "compliant");
    }
    double basic = data.at("conclusion").at("basic-from").number();
    return highRisks == 0 && total.doubleValue() >= basic
        ? new Texts("基本符合", "basically compliant")
        : new Texts("不符合", "not compliant");
  }

  private static BigDecimal inside(double value) {
    return rounded(value, INSIDE);
  }

  private static BigDecimal rounded(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
  }
}
