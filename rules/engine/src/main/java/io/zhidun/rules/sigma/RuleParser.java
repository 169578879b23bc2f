package io.zhidun.rules.sigma;

import io.zhidun.events.BilingualText;
import io.zhidun.events.Digests;
import io.zhidun.events.LogSource;
import io.zhidun.events.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** A Sigma file to drafts of rules, one a document, and the verdict on each. */
public final class RuleParser {
  private static final int LONGEST_TITLE = 256;

  private final FaultList faults;
  private final Map<String, NodeTuple> members;
  private final MappingNode document;

  private final Site site;
  private boolean madeBySite;

  private RuleParser(FaultList faults, MappingNode document, Site site) {
    this.faults = faults;
    this.site = site;
    this.document = document;
    this.members = YamlNodes.members(document, faults);
  }

  /** Reads a file's text for a site of which nothing is known. */
  public static RuleFile parse(String path, String text) {
    return parse(path, text, Site.UNKNOWN);
  }

  /** Reads a file's text. Never throws for what the text holds. */
  public static RuleFile parse(String path, String text, Site site) {
    List<RuleDraft> drafts = new ArrayList<>();
    List<FilterDraft> filters = new ArrayList<>();
    List<RuleCheck> checks = new ArrayList<>();
    List<Fault> all = new ArrayList<>();
    FaultList whole = new FaultList(path);
    List<Node> documents = RuleCollections.resolve(YamlNodes.documents(text, whole), whole);
    for (Node document : documents) {
      all.addAll(read(document, new FaultList(path), site, drafts, filters, checks));
    }
    if (documents.isEmpty() && whole.isEmpty()) {
      whole.error(0, "holds no rule");
    }
    if (!whole.isEmpty()) {
      checks.add(RuleCheck.of("", path, whole.all()));
    }
    all.addAll(whole.all());
    return new RuleFile(path, drafts, filters, checks, all);
  }

  private static List<Fault> read(
      Node document,
      FaultList faults,
      Site site,
      List<RuleDraft> drafts,
      List<FilterDraft> filters,
      List<RuleCheck> checks) {
    String id = "";
    if (document instanceof MappingNode map) {
      RuleParser parser = new RuleParser(faults, map, site);
      id = parser.id();
      if (parser.section("filter") != null) {
        addIfSound(parser.filter(), faults, filters);
      } else {
        addIfSound(parser.draft(), faults, drafts);
      }
    } else {
      faults.error(document, "a rule must be a map with a title");
    }
    checks.add(RuleCheck.of(id, faults.path(), faults.all()));
    return faults.all();
  }

  private static <T> void addIfSound(@Nullable T read, FaultList faults, List<T> list) {
    if (read != null && faults.isEmpty()) {
      list.add(read);
    }
  }

  /** A global filter: rules that it names, and a detection of what they shall not match. */
  private @Nullable FilterDraft filter() {
    String title = text("title");
    faults.in(title);
    MappingNode section = section("filter");
    if (title.isEmpty() || title.length() > LONGEST_TITLE || section == null) {
      faults.error(document, "title must have 1 to " + LONGEST_TITLE + " characters");
      return null;
    }
    if (section("logsource") == null) {
      faults.error(document, "a filter must have a logsource");
    }
    refuseTaxonomy();
    NodeTuple rules = YamlNodes.members(section, faults).get("rules");
    if (rules == null) {
      faults.error(section, "filter must name the rules that it is for");
      return null;
    }
    List<NodeTuple> searches = new ArrayList<>(section.getValue());
    searches.remove(rules);
    MappingNode detection =
        new MappingNode(
            section.getTag(),
            true,
            searches,
            section.getStartMark(),
            section.getEndMark(),
            section.getFlowStyle());
    Expression condition = detection(detection);
    if (condition == null) {
      return null;
    }
    // Written as what must hold, "not selection", or as what is filtered out, "selection".
    Expression suppressed = condition instanceof Expression.Not not ? not.part() : condition;
    return new FilterDraft(
        id(),
        title,
        logSource(),
        YamlNodes.texts(rules, faults),
        suppressed,
        Substance.of(node("logsource"), section) + siteSubstance(condition),
        faults.path(),
        YamlNodes.line(document));
  }

  private @Nullable RuleDraft draft() {
    String title = text("title");
    faults.in(members.containsKey("name") ? text("name") : title);
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      faults.error(document, "title must have 1 to " + LONGEST_TITLE + " characters");
      return null;
    }
    refuseTaxonomy();
    Expression condition = null;
    Correlation correlation = null;
    MappingNode correlationSection = section("correlation");
    if (correlationSection != null) {
      correlation = new CorrelationParser(faults).parse(correlationSection);
    } else {
      condition = condition();
    }
    // Read in any case, so that its faults are told together with those of the section.
    RuleDraft draft = draft(title, condition, correlation);
    return condition == null && correlation == null ? null : draft;
  }

  private void refuseTaxonomy() {
    if (!text("taxonomy").isEmpty() && !text("taxonomy").equals("sigma")) {
      faults.unsupported(document, "taxonomy \"" + text("taxonomy") + "\" is not Sigma's own");
    }
  }

  private @Nullable Expression condition() {
    MappingNode detection = section("detection");
    if (detection == null) {
      faults.error(document, "a rule must have a detection or a correlation");
      return null;
    }
    if (section("logsource") == null) {
      faults.error(document, "a rule on events must have a logsource");
    }
    return detection(detection);
  }

  private @Nullable Expression detection(MappingNode section) {
    DetectionParser parser = new DetectionParser(faults, site, logSource());
    Expression condition = parser.parse(section);
    madeBySite = parser.isMadeBySite();
    return condition;
  }

  private RuleDraft draft(
      String title, @Nullable Expression condition, @Nullable Correlation correlation) {
    ZhidunBlock own = ZhidunBlock.read(members.get("zhidun"), faults);
    String name = text("name").isEmpty() ? kebab(title) : text("name");
    return new RuleDraft(
        id(),
        name,
        !text("name").isEmpty(),
        new BilingualText(own.titleZh().isEmpty() ? title : own.titleZh(), title),
        level(),
        texts("tags"),
        condition == null ? LogSource.ANY : logSource(),
        own.guidance(text("description"), title, texts("falsepositives"), texts("fields")),
        own.recovery(),
        own.groupBy(),
        condition,
        correlation,
        Substance.of(node("logsource"), node("detection"), node("correlation"))
            + siteSubstance(condition),
        generates(),
        own.alone(),
        faults.path(),
        YamlNodes.line(document));
  }

  /** What the site made of the rule: a list or a name that changes makes another version. */
  private String siteSubstance(@Nullable Expression condition) {
    if (condition == null || !madeBySite) {
      return "";
    }
    StringBuilder asked = new StringBuilder();
    condition.atoms(atom -> asked.append(atom.field()).append('\n').append(atom.expected()));
    return asked.toString();
  }

  /** The author's id; else one that is made from the title, so that it stays the same. */
  private String id() {
    return text("id").isEmpty() ? "untitled-" + Digests.of(text("title")) : text("id");
  }

  private boolean generates() {
    MappingNode section = section("correlation");
    NodeTuple inside = section == null ? null : YamlNodes.members(section, faults).get("generate");
    Node node = inside == null ? node("generate") : inside.getValueNode();
    String text = node == null ? "false" : String.valueOf(YamlNodes.text(node));
    if (node != null && !text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
      faults.error(node, "generate must be true or false, was \"" + text + "\"");
    }
    return text.equalsIgnoreCase("true");
  }

  private Severity level() {
    String level = text("level");
    if (level.isEmpty()) {
      return Severity.MEDIUM;
    }
    try {
      return Severity.of(level);
    } catch (IllegalArgumentException e) {
      faults.error(Objects.requireNonNull(node("level")), String.valueOf(e.getMessage()));
      return Severity.MEDIUM;
    }
  }

  private LogSource logSource() {
    MappingNode section = section("logsource");
    if (section == null) {
      return LogSource.ANY;
    }
    Map<String, NodeTuple> parts = YamlNodes.members(section, faults);
    return new LogSource(part(parts, "category"), part(parts, "product"), part(parts, "service"));
  }

  private static @Nullable String part(Map<String, NodeTuple> parts, String name) {
    NodeTuple tuple = parts.get(name);
    return tuple == null ? null : YamlNodes.text(tuple.getValueNode());
  }

  private @Nullable MappingNode section(String key) {
    return YamlNodes.map(node(key));
  }

  private @Nullable Node node(String key) {
    NodeTuple tuple = members.get(key);
    return tuple == null ? null : tuple.getValueNode();
  }

  private String text(String key) {
    String text = YamlNodes.text(node(key));
    return text == null ? "" : text;
  }

  private List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    Node node = node(key);
    if (node != null) {
      for (Node item : YamlNodes.items(node)) {
        String text = YamlNodes.text(item);
        if (text != null) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  private static String kebab(String title) {
    String name = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    return name.replaceAll("^-|-$", "");
  }
}
