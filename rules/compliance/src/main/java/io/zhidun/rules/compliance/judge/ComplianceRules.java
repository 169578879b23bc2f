package io.zhidun.rules.compliance.judge;

import io.zhidun.rules.compliance.check.Checks;
import io.zhidun.rules.compliance.knowledge.Knowledge;
import io.zhidun.rules.compliance.knowledge.Row;
import io.zhidun.rules.compliance.knowledge.Sm3;
import io.zhidun.rules.compliance.record.Finding;
import io.zhidun.rules.compliance.record.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * The rules that judge: DRL over criteria and risks, whose decision tables are facts, with limits
 * as data. Compiled once; safe for all threads. Facts in, decisions out: no session outlives a
 * call.
 */
public final class ComplianceRules {
  private static final int HASH_DIGITS = 12;

  /** A requirement has at most ten criteria; beyond this rules trigger each other without end. */
  private static final int MOST_FIRINGS = 1_000_000;

  private static final int MOST_REASONS = 5;

  private final KieBase criteria;
  private final KieBase risky;
  private final String version;
  private final Checks checks;
  private final Limits limits;
  private final RuleTables tables;
  private final Map<String, Row> risks = new LinkedHashMap<>();

  private ComplianceRules(
      KieBase criteria, KieBase risky, String version, Checks checks, Limits limits) {
    this.criteria = criteria;
    this.risky = risky;
    this.version = version;
    this.checks = checks;
    this.limits = limits;
    tables = RuleTables.shipped(checks, limits);
    Knowledge.table("risks.tsv").forEach(row -> risks.put(row.needed("code"), row));
  }

  /**
   * The rules that are shipped, with their limits. Compiling takes seconds: once in a process.
   *
   * @throws IllegalArgumentException naming file and place where they are wrong
   */
  public static ComplianceRules shipped() {
    return Shipped.RULES;
  }

  /** The same rules with other limits, without compiling again. */
  public ComplianceRules with(Limits others) {
    return new ComplianceRules(criteria, risky, version(checks, others), checks, others);
  }

  private static String version(Checks checks, Limits limits) {
    String content =
        Stream.concat(
                    Stream.of(RuleCompiler.CRITERIA, RuleCompiler.RISKS), RuleTables.FILES.stream())
                .map(Knowledge::text)
                .collect(Collectors.joining())
            + Knowledge.text("checks.yml")
            + limits.all();
    return checks.version()
        + " limits "
        + limits.version()
        + " #"
        + Sm3.hex(content).substring(0, HASH_DIGITS);
  }

  /** Versions of checks and limits, and a hash of all that the rules know. */
  public String version() {
    return version;
  }

  public Checks checks() {
    return checks;
  }

  public Limits limits() {
    return limits;
  }

  /**
   * Decides the questions of one object. Depends on the facts alone, in any order of them.
   *
   * @param looks by code of the check, one for each check that serves a question
   */
  public List<Verdict> judge(List<Question> questions, Map<String, Look> looks) {
    Opinion opinion = new Opinion(limits, checks);
    KieSession session = criteria.newKieSession();
    try {
      session.setGlobal("opinion", opinion);
      for (Question question : questions) {
        session.insert(question);
        tables.criteria().getOrDefault(question.point(), List.of()).forEach(session::insert);
      }
      looks.values().forEach(session::insert);
      fire(session);
      questions.forEach(question -> session.insert(opinion.tally(question, looks)));
      fire(session);
    } finally {
      session.dispose();
    }
    return questions.stream().map(question -> opinion.verdict(question, looks)).toList();
  }

  /**
   * The risks of one system, by code.
   *
   * @param judged all results
   * @param looks fresh ones of all objects
   * @param itemsByPoint ids of the system's requirements by key
   */
  public List<Finding> risks(
      List<Judged> judged, List<Look> looks, Map<String, String> itemsByPoint) {
    Risks shown = new Risks(checks, itemsByPoint);
    KieSession session = risky.newKieSession();
    try {
      session.setGlobal("risks", shown);
      tables.risksByResult().forEach(session::insert);
      tables.risksByValue().forEach(session::insert);
      judged.stream().filter(Judged::notMet).forEach(session::insert);
      looks.forEach(session::insert);
      fire(session);
    } finally {
      session.dispose();
    }
    List<Finding> findings = new ArrayList<>();
    shown.shown().forEach((code, risk) -> findings.add(finding(code, risk)));
    return findings;
  }

  private static void fire(KieSession session) {
    if (session.fireAllRules(MOST_FIRINGS) == MOST_FIRINGS) {
      throw new IllegalStateException("rules fired " + MOST_FIRINGS + " times");
    }
  }

  /**
   * A risk of the list, with nothing that shows it.
   *
   * @throws IllegalArgumentException where the list has no such code
   */
  public Finding named(String code) {
    Row row = risks.get(code);
    if (row == null) {
      throw new IllegalArgumentException("risks.tsv has no code \"" + code + "\"");
    }
    return new Finding(
        code,
        Finding.Kind.valueOf(row.needed("kind").toUpperCase(Locale.ROOT).replace('-', '_')),
        new Texts(row.needed("zh"), row.needed("en")),
        List.of(),
        List.of(),
        new Texts("", ""),
        false);
  }

  private Finding finding(String code, Risks.Shown risk) {
    Finding named = named(code);
    List<Texts> reasons = risk.reasons.values().stream().limit(MOST_REASONS).toList();
    int more = risk.reasons.size() - reasons.size();
    return new Finding(
        code,
        named.kind(),
        named.name(),
        List.copyOf(risk.items),
        List.copyOf(risk.objects),
        new Texts(
            reasons.stream().map(Texts::zh).collect(Collectors.joining("。"))
                + (more > 0 ? "。另有 " + more + " 处" : ""),
            reasons.stream().map(Texts::en).collect(Collectors.joining(". "))
                + (more > 0 ? ". And " + more + " more" : "")),
        false);
  }

  /** Codes of all major risks and high-risk problems that have a name. */
  public List<String> riskCodes() {
    return List.copyOf(risks.keySet());
  }

  private static final class Shipped {
    static final ComplianceRules RULES;

    static {
      Checks checks = Checks.shipped();
      Limits limits = Limits.shipped();
      RULES =
          new ComplianceRules(
              RuleCompiler.compile(RuleCompiler.CRITERIA),
              RuleCompiler.compile(RuleCompiler.RISKS),
              version(checks, limits),
              checks,
              limits);
    }
  }
}
