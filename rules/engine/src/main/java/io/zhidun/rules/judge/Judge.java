package io.zhidun.rules.judge;

import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.rules.entity.Entity;
import io.zhidun.rules.entity.Recent;
import io.zhidun.rules.sigma.Fault;
import io.zhidun.rules.sigma.Guidance;
import io.zhidun.rules.sigma.RuleFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.Pattern;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what becomes of a detection: raise or hold, severity, category, team, runbook, each with
 * the rule that said so. Safe for all threads: one knowledge base, sessions that are emptied after
 * each decision and given up where something remains, decisions that are remembered by all that the
 * rules asked for. So rules must ask the facts alone, not the clock. Where the rules fail, the
 * detection is raised with its own severity: a broken judge must not hide anything.
 */
public final class Judge {
  private static final Logger LOG = LoggerFactory.getLogger(Judge.class);

  /** More firings than any decision takes; beyond it rules trigger each other without end. */
  private static final int MOST_FIRINGS = 1_000;

  private static final String VERDICT = "verdict";
  private static final Set<String> CASE =
      Set.of(
          Finding.class.getName(),
          Asset.class.getName(),
          Duty.class.getName(),
          History.class.getName(),
          Profile.class.getName());

  private final KieBase base;

  /** Sessions that hold nothing; at most as many as threads ever judged. */
  private final Queue<KieSession> idle = new ConcurrentLinkedQueue<>();

  private final boolean reusable;

  private final Precedents precedents = new Precedents();

  private Judge(KieBase base) {
    this.base = base;
    this.reusable =
        base.getKiePackages().stream()
            .flatMap(rules -> rules.getRules().stream())
            .allMatch(Judge::asksForTheCase);
  }

  /**
   * Compiles rules and decision tables. Takes seconds: never on the stream's path.
   *
   * @throws RuleFaults with everything that the compiler said
   */
  public static Judge compile(List<JudgeSource> sources) {
    List<Fault> faults = new ArrayList<>();
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    // A name of its own for each compilation: the repository of modules is shared in the process.
    ReleaseId release =
        services.newReleaseId("io.zhidun", "judge", Integer.toHexString(sources.hashCode()));
    files.generateAndWritePomXML(release);
    for (JudgeSource source : sources) {
      try {
        String rules = source.isTable() ? DecisionTable.toRules(source) : source.text();
        files.write("src/main/resources/io/zhidun/judge/" + fileName(source), rules);
      } catch (IllegalArgumentException e) {
        faults.add(new Fault(source.name(), 0, "", String.valueOf(e.getMessage()), false));
      }
    }
    KieBuilder builder = services.newKieBuilder(files, Judge.class.getClassLoader());
    builder.buildAll(ExecutableModelProject.class);
    for (Message message : builder.getResults().getMessages(Message.Level.ERROR)) {
      String path = message.getPath() == null ? "judge" : message.getPath();
      faults.add(new Fault(path, message.getLine(), "", message.getText(), false));
    }
    if (!faults.isEmpty()) {
      throw new RuleFaults(faults);
    }
    KieBase base = services.newKieContainer(release).getKieBase();
    // The process-wide repository would keep every judge that was ever compiled.
    services.getRepository().removeKieModule(release);
    if (!declaresVerdict(base)) {
      String message = "the rules must declare: global " + Verdict.class.getName() + " verdict";
      throw new RuleFaults(List.of(new Fault("judge", 0, "", message, false)));
    }
    return new Judge(base);
  }

  private static boolean declaresVerdict(KieBase base) {
    return base.getKiePackages().stream()
        .flatMap(rules -> rules.getGlobalVariables().stream())
        .anyMatch(global -> global.getName().equals(VERDICT));
  }

  /**
   * Whether a rule asks for a fact that each decision brings anew. One that does not, such as a
   * rule without conditions, would fire in the first decision of a session alone.
   */
  private static boolean asksForTheCase(Rule rule) {
    return rule instanceof RuleImpl known
        && known.getLhs().getChildren().stream()
            .anyMatch(
                part ->
                    part instanceof Pattern pattern
                        && CASE.contains(pattern.getObjectType().getClassName()));
  }

  private static String fileName(JudgeSource source) {
    String name = source.name().replaceAll("[^A-Za-z0-9._-]", "_");
    return source.isTable() ? name + ".drl" : name;
  }

  /** Decides on a detection whose rule says nothing for people. */
  public Decision decide(
      Detection detection, Map<String, String> event, Assets assets, DutyCalendar calendar) {
    return decide(detection, event, null, assets, calendar);
  }

  /** Decides on a detection of a site that knows neither exceptions nor indicators. */
  public Decision decide(
      Detection detection,
      Map<String, String> event,
      @Nullable Guidance guidance,
      Assets assets,
      DutyCalendar calendar) {
    return decide(
        detection,
        event,
        guidance,
        new SiteFacts(assets, calendar, Exceptions.none(), Indicators.none()));
  }

  /** Decides on a detection whose entity was behind nothing else. */
  public Decision decide(
      Detection detection, Map<String, String> event, @Nullable Guidance guidance, SiteFacts site) {
    Entity entity = Entity.of(detection.group(), event);
    return decide(detection, event, guidance, site, Recent.alone(entity, detection));
  }

  /**
   * Decides on a detection.
   *
   * @param event fields of the completing event; what it lacks is taken from the evidence
   * @param guidance what the detection's rule says of category and runbook, or null
   * @param recent what the detection's entity was behind
   */
  public Decision decide(
      Detection detection,
      Map<String, String> event,
      @Nullable Guidance guidance,
      SiteFacts site,
      Recent recent) {
    Case judged = new Case(detection, event, guidance, site, recent);
    Surroundings around = Surroundings.of(judged, site);
    Decision known = precedents.find(around, judged);
    if (known != null) {
      return known;
    }
    Finding finding = new Finding(judged);
    // Without a rule about severity the detection's own stands: that too was asked.
    Verdict verdict = new Verdict(finding.getLevel());
    try {
      fire(
          List.of(finding, new Duty(judged), new History(judged), new Profile(judged)),
          around,
          verdict);
      Decision decision = verdict.decision(around.asset());
      precedents.keep(around, judged.asked(), decision);
      return decision;
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("judge failed on a detection of {}, raised as it is: {}", detection.rule(), e);
      return undecided(detection, around.asset(), e);
    }
  }

  private void fire(List<Object> known, Surroundings around, Verdict verdict) {
    KieSession session = session();
    boolean clean = false;
    try {
      session.setGlobal(VERDICT, verdict);
      List<FactHandle> facts = new ArrayList<>();
      known.forEach(fact -> facts.add(session.insert(fact)));
      facts.add(session.insert(around.asset()));
      if (around.exemption() != null) {
        facts.add(session.insert(around.exemption()));
      }
      around.indicators().forEach(indicator -> facts.add(session.insert(indicator)));
      if (session.fireAllRules(MOST_FIRINGS) == MOST_FIRINGS) {
        throw new IllegalStateException("rules fired " + MOST_FIRINGS + " times");
      }
      facts.forEach(session::delete);
      // What a rule left behind must not be known to the next decision.
      clean = session.getFactCount() == 0 && session.fireAllRules(1) == 0;
    } finally {
      if (clean && reusable) {
        idle.add(session);
      } else {
        session.dispose();
      }
    }
  }

  /** An empty session; making one costs more than a decision. */
  private KieSession session() {
    KieSession known = idle.poll();
    return known == null ? base.newKieSession() : known;
  }

  private static Decision undecided(Detection detection, Asset asset, Throwable cause) {
    Verdict verdict = new Verdict(detection.level());
    verdict.raise(
        "judge-failed",
        "研判规则出错，按规则自身级别直接告警",
        "The judge's rules failed; raised with the rule's own severity",
        "error",
        cause.toString(),
        "rule",
        detection.rule().name());
    return verdict.decision(asset);
  }
}
