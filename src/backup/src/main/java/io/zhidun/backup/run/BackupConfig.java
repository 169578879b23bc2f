package io.zhidun.backup.run;

import io.zhidun.backup.drill.SqlCheck;
import io.zhidun.backup.policy.Policies;
import io.zhidun.backup.policy.Section;
import io.zhidun.backup.policy.StrictYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code backup.yml} says.
 *
 * @param state folder of journals and spools
 * @param scratch folder of drills; other users of the system must be able to pass through it
 * @param vault file of the keys
 * @param keyFile opens the vault, or null where a passphrase does
 */
public record BackupConfig(
    String installation,
    Path state,
    Path scratch,
    Path vault,
    @Nullable Path keyFile,
    @Nullable Path passphraseFile,
    Policies policies,
    Map<String, TargetSpec> targets,
    List<SourceSpec> sources) {
  public BackupConfig {
    targets = Map.copyOf(targets);
    sources = List.copyOf(sources);
  }

  /**
   * @throws IllegalArgumentException listing all faults of the file
   */
  public static BackupConfig read(Path file) throws IOException {
    return parse(
        Files.readString(file), file.getFileName().toString(), file.toAbsolutePath().getParent());
  }

  static BackupConfig parse(String yaml, String place, @Nullable Path folder) {
    return StrictYaml.read(yaml, place, root -> read(root, folder));
  }

  private static BackupConfig read(Section root, @Nullable Path folder) {
    Section keys = root.section("keys");
    String keyFile = keys.textOrNull("key-file");
    String passphrase = keys.textOrNull("passphrase-file");
    if ((keyFile == null) == (passphrase == null)) {
      keys.fault("key-file", "or passphrase-file must be there, and not both");
    }
    Policies policies = policies(root, folder);
    Map<String, TargetSpec> targets = new LinkedHashMap<>();
    Section targetSection = root.section("targets");
    for (String name : targetSection.names()) {
      targets.put(name, TargetSpec.read(name, targetSection.section(name)));
    }
    List<SourceSpec> sources = new ArrayList<>();
    Path state = Path.of(root.text("state"));
    for (Section source : root.sections("sources")) {
      sources.add(source(source, policies, targets, state));
    }
    return new BackupConfig(
        root.text("installation"),
        state,
        Path.of(root.text("scratch")),
        Path.of(keys.text("vault")),
        keyFile == null ? null : Path.of(keyFile),
        passphrase == null ? null : Path.of(passphrase),
        policies,
        targets,
        sources);
  }

  private static Policies policies(Section root, @Nullable Path folder) {
    String name = root.textOrNull("policies");
    if (name == null) {
      return Policies.shipped();
    }
    Path file = folder == null ? Path.of(name) : folder.resolve(name);
    try {
      return Policies.parse(Files.readString(file), name);
    } catch (IOException e) {
      root.fault("policies", "cannot be read: " + file);
    } catch (IllegalArgumentException e) {
      root.fault("policies", String.valueOf(e.getMessage()));
    }
    return Policies.shipped();
  }

  private static SourceSpec source(
      Section section, Policies policies, Map<String, TargetSpec> targets, Path state) {
    String tier = section.text("tier");
    if (!policies.tiers().containsKey(tier)) {
      section.fault(
          "tier",
          "must be one of "
              + policies.tiers().keySet().stream().sorted().toList()
              + ", was \""
              + tier
              + '"');
    }
    List<String> wanted = section.texts("targets");
    if (wanted.isEmpty()) {
      section.fault("targets", "must name at least one");
    }
    for (String name : wanted) {
      if (!targets.containsKey(name)) {
        section.fault("targets", "\"" + name + "\" is not one of " + targets.keySet());
      }
    }
    List<SqlCheck> checks = new ArrayList<>();
    for (Section check : section.sections("checks")) {
      boolean search = check.has("indices");
      checks.add(
          new SqlCheck(
              check.text(search ? "indices" : "database"),
              check.text(search ? "query" : "sql"),
              check.text("expect")));
    }
    return new SourceSpec(
        section.text("system"),
        section.text("name"),
        section.has("level") ? section.number("level", 1, 5) : 3,
        tier,
        wanted,
        SourceKindReader.read(section, state),
        checks);
  }

  /**
   * @param title {@code SYSTEM/NAME}
   * @throws IllegalArgumentException naming the sources that there are
   */
  public SourceSpec source(String title) {
    return sources.stream()
        .filter(source -> source.title().equals(title))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "source \""
                        + title
                        + "\" is not one of "
                        + sources.stream().map(SourceSpec::title).toList()));
  }
}
