package io.zhidun.rules.compliance.assess;

import io.zhidun.rules.compliance.knowledge.Node;
import io.zhidun.rules.compliance.record.Finding;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.rules.compliance.record.Texts;
import java.util.List;
import java.util.Locale;

/**
 * Template of 2025 (公网安〔2025〕1846号, question 20): above 90 % without major risk 符合, from 60 to 90 %
 * 基本符合, below 60 % 不符合. The circular does not define the rate: requirements met over those that
 * apply. It says nothing of exactly 60 and 90 % nor of major risks above 90 %: there the data
 * decide and a doubt is told.
 */
final class ComplianceRate {
  private final Node data;

  ComplianceRate(Node data) {
    this.data = data;
  }

  Formulas.Verdict conclude(Formulas.Outcome outcome, List<Texts> doubts) {
    int met = outcome.count(Result.MET);
    int applicable = outcome.applicable();
    int upper = (int) data.at("met-above-percent").number();
    int lower = (int) data.at("not-met-below-percent").number();
    // Whole numbers: 90 % of 210 must be exactly 189.
    long rate = 100L * met - (long) upper * applicable;
    long low = 100L * met - (long) lower * applicable;
    int majorRisks = outcome.open(Finding.Kind.MAJOR_RISK);
    if (outcome.undecided() > 0) {
      doubts.add(
          new Texts(
              outcome.undecided() + " 项未测或待举证，按未符合计入符合率",
              outcome.undecided() + " requirements without a result count as not met"));
    }
    Texts value;
    if (applicable == 0) {
      value = value("not-met");
      doubts.add(new Texts("没有适用的测评项", "no requirement applies"));
    } else if (rate == 0) {
      value =
          gap(
              doubts,
              "at-upper",
              "符合率恰为 " + upper + "%，文件未规定",
              "exactly " + upper + " % is not provided for");
    } else if (low == 0) {
      value =
          gap(
              doubts,
              "at-lower",
              "符合率恰为 " + lower + "%，文件未规定",
              "exactly " + lower + " % is not provided for");
    } else if (rate > 0 && majorRisks > 0) {
      value =
          gap(
              doubts,
              "major-risk-above-upper",
              "符合率高于 " + upper + "% 但有 " + majorRisks + " 个重大风险隐患未整改，文件未规定",
              "above " + upper + " % with " + majorRisks + " open major risks is not provided for");
    } else {
      value = value(rate > 0 ? "met" : low > 0 ? "basically-met" : "not-met");
    }
    if (rate > 0 && majorRisks == 0 && outcome.all(Finding.Kind.MAJOR_RISK) > 0) {
      doubts.add(
          new Texts("重大风险隐患均已整改，按整改后下结论", "all major risks are rectified; concluded as after it"));
    }
    double score = applicable == 0 ? 0 : (double) met / applicable;
    return new Formulas.Verdict(score, value);
  }

  private Texts gap(List<Texts> doubts, String name, String zh, String en) {
    Texts value = value(data.at("gaps").at(name).text());
    doubts.add(
        new Texts(
            zh + "；按配置取“" + value.zh() + "”",
            String.format(Locale.ROOT, "%s; configured as \"%s\"", en, value.en())));
    return value;
  }

  private Texts value(String name) {
    return data.at("values").at(name).bilingual();
  }
}
