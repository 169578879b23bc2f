package io.zhidun.rules.sigma;

import io.zhidun.events.LogSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * What the fields that rules name are called in the events here, by log source: Windows and Sysmon
 * names to those of ECS, for instance. Names compare without blanks. The first entry that reads a
 * rule's log source and knows the field decides; what none knows keeps its name.
 */
public record FieldPipeline(List<Entry> entries) {
  /** Every field keeps its name. */
  public static final FieldPipeline NONE = new FieldPipeline(List.of());

  private static final Set<String> KEYS = Set.of("logsource", "fields");
  private static final String SHIPPED = "ecs-fields.yml";

  public FieldPipeline {
    entries = List.copyOf(entries);
  }

  /**
   * Names of one log source.
   *
   * @param logSource rules whose log source names these parts, and maybe more, are meant
   * @param names by the rule's name without blanks: the event's name
   */
  public record Entry(LogSource logSource, Map<String, String> names) {
    public Entry {
      Objects.requireNonNull(logSource, "logSource");
      names = Map.copyOf(names);
    }
  }

  /** Sigma's names of Windows, Sysmon, auditd and web server fields to those of ECS. */
  public static FieldPipeline ecs() {
    try (InputStream in = FieldPipeline.class.getResourceAsStream(SHIPPED)) {
      byte[] text = Objects.requireNonNull(in, SHIPPED).readAllBytes();
      return parse(SHIPPED, new String(text, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(SHIPPED, e);
    }
  }

  /**
   * Reads documents of the form {@code {logsource: {…}, fields: {rule's name: event's name}}}.
   *
   * @throws RuleFaults with every fault, each with its place
   */
  public static FieldPipeline parse(String path, String text) {
    FaultList faults = new FaultList(path);
    List<Entry> entries = new ArrayList<>();
    for (Node document : YamlNodes.documents(text, faults)) {
      MappingNode map = YamlNodes.map(document);
      if (map == null) {
        faults.error(document, "a map with logsource and fields expected");
      } else {
        entries.add(entry(map, faults));
      }
    }
    if (!faults.isEmpty()) {
      throw new RuleFaults(faults.all());
    }
    return new FieldPipeline(entries);
  }

  private static Entry entry(MappingNode map, FaultList faults) {
    Map<String, NodeTuple> members = YamlNodes.members(map, faults);
    members.forEach(
        (key, tuple) -> {
          if (!KEYS.contains(key)) {
            faults.error(tuple.getKeyNode(), "a field pipeline knows no key \"" + key + "\"");
          }
        });
    Map<String, String> source = texts(members.get("logsource"), faults);
    Map<String, String> names = texts(members.get("fields"), faults);
    if (names.isEmpty()) {
      faults.error(map, "fields must map at least one name");
    }
    Map<String, String> byName = new HashMap<>();
    names.forEach((from, to) -> byName.put(withoutBlanks(from), to));
    return new Entry(
        new LogSource(source.get("category"), source.get("product"), source.get("service")),
        byName);
  }

  private static Map<String, String> texts(@Nullable NodeTuple member, FaultList faults) {
    Map<String, String> texts = new HashMap<>();
    if (member == null) {
      return texts;
    }
    MappingNode map = YamlNodes.map(member.getValueNode());
    if (map == null) {
      faults.error(member.getKeyNode(), "a map of texts expected");
      return texts;
    }
    YamlNodes.members(map, faults)
        .forEach(
            (key, tuple) -> {
              String value = YamlNodes.text(tuple.getValueNode());
              if (value == null || value.isEmpty()) {
                faults.error(tuple.getKeyNode(), "\"" + key + "\" must be a text");
              } else {
                texts.put(key, value);
              }
            });
    return texts;
  }

  /** What a rule's field is called in the events. */
  String name(String field, LogSource logSource) {
    String plain = withoutBlanks(field);
    for (Entry entry : entries) {
      String name = entry.names.get(plain);
      if (name != null && covers(entry.logSource, logSource)) {
        return name;
      }
    }
    return plain;
  }

  private static boolean covers(LogSource entry, LogSource rule) {
    return entry.equals(LogSource.ANY) || !rule.equals(LogSource.ANY) && entry.reads(rule);
  }

  /** Some collectors write {@code Source Name} where others write {@code SourceName}. */
  private static String withoutBlanks(String name) {
    return name.indexOf(' ') < 0 ? name : name.replace(" ", "");
  }
}
