package io.zhidun.rules;

import io.zhidun.rules.sigma.Fault;
import io.zhidun.rules.sigma.FilterDraft;
import io.zhidun.rules.sigma.RuleCheck;
import io.zhidun.rules.sigma.RuleDraft;
import io.zhidun.rules.sigma.RuleFile;
import io.zhidun.rules.sigma.RuleParser;
import io.zhidun.rules.sigma.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rule files found and parsed. */
record RuleFiles(List<RuleFile> files) {
  private static final long LARGEST = 16L << 20;

  /** A set that is too large is refused as a whole: its first files are not what was meant. */
  static RuleFiles read(Site site, Path... paths) {
    List<RuleFile> files = new ArrayList<>();
    List<Path> found = new ArrayList<>();
    long size = 0;
    for (Path path : paths) {
      try (Stream<Path> below = Files.walk(path, 32)) {
        for (Path file : below.filter(RuleFiles::isRuleFile).sorted().toList()) {
          found.add(file);
          size += Files.size(file);
        }
      } catch (IOException e) {
        files.add(unreadable(path, "cannot be read: " + e));
      }
    }
    if (size > RuleSet.LARGEST) {
      return tooLarge(found.get(0).toString(), size);
    }
    found.forEach(file -> files.add(readFile(file, site)));
    return new RuleFiles(files);
  }

  private static RuleFiles tooLarge(String first, long size) {
    String message =
        "the set that begins with it has %d MiB of text, at most %d MiB may run"
            .formatted(size >> 20, RuleSet.LARGEST >> 20);
    return new RuleFiles(List.of(RuleFile.unreadable(first, message)));
  }

  static RuleFiles of(Site site, List<RuleText> texts) {
    long size = texts.stream().mapToLong(text -> text.text().length()).sum();
    if (size > RuleSet.LARGEST) {
      return tooLarge(texts.get(0).path(), size);
    }
    List<RuleFile> files = new ArrayList<>();
    for (RuleText text : texts) {
      files.add(
          text.text().length() > LARGEST
              ? RuleFile.unreadable(text.path(), "is larger than " + LARGEST + " characters")
              : RuleParser.parse(text.path(), text.text(), site));
    }
    return new RuleFiles(files);
  }

  static boolean isRuleFile(Path path) {
    String name = path.getFileName().toString();
    return Files.isRegularFile(path)
        && (name.endsWith(".yml") || name.endsWith(".yaml"))
        && !name.endsWith(".cases.yml");
  }

  private static RuleFile readFile(Path file, Site site) {
    try {
      if (Files.size(file) > LARGEST) {
        return unreadable(file, "is larger than " + LARGEST + " bytes");
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return RuleParser.parse(file.toString(), text, site);
    } catch (IOException e) {
      return unreadable(file, "cannot be read: " + e);
    }
  }

  private static RuleFile unreadable(Path path, String message) {
    return RuleFile.unreadable(path.toString(), message);
  }

  List<RuleDraft> drafts() {
    return files.stream().flatMap(file -> file.drafts().stream()).toList();
  }

  List<FilterDraft> filters() {
    return files.stream().flatMap(file -> file.filters().stream()).toList();
  }

  List<Fault> faults() {
    return files.stream().flatMap(file -> file.faults().stream()).toList();
  }

  /** The verdicts, with what linking found against rules that stood alone well. */
  List<RuleCheck> checksWith(List<Fault> linking) {
    List<RuleCheck> checks = new ArrayList<>();
    for (RuleFile file : files) {
      for (RuleCheck check : file.checks()) {
        List<Fault> against =
            linking.stream().filter(fault -> concerns(fault, file, check)).toList();
        checks.add(against.isEmpty() ? check : RuleCheck.of(check.id(), check.path(), against));
      }
    }
    return checks;
  }

  private static boolean concerns(Fault fault, RuleFile file, RuleCheck check) {
    return fault.path().equals(file.path())
        && (file.drafts().stream()
                .anyMatch(draft -> draft.id().equals(check.id()) && draft.line() == fault.line())
            || file.filters().stream()
                .anyMatch(
                    filter -> filter.id().equals(check.id()) && filter.line() == fault.line()));
  }
}
