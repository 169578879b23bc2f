package io.zhidun.cli;

import io.zhidun.rules.SiteFolder;
import io.zhidun.rules.judge.Judge;
import io.zhidun.rules.judge.SiteFacts;
import io.zhidun.rules.sigma.FieldPipeline;
import io.zhidun.rules.sigma.Placeholders;
import io.zhidun.rules.sigma.RuleFaults;
import io.zhidun.rules.sigma.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What rules need to know of where they run. */
final class SiteOptions {
  private static final String ECS = "ecs";

  @Option(
      names = "--site",
      defaultValue = "",
      description = "folder of the site's lists, names and judge files, as the stream reads it")
  private String folder = "";

  @Option(
      names = "--placeholders",
      description = "YAML that maps each placeholder of |expand to its values")
  private @Nullable Path placeholders;

  @Option(
      names = "--fields",
      description = "what fields are called in the events: ecs, or a YAML of names by logsource")
  private @Nullable String fields;

  SiteFolder folder() {
    if (!folder.isEmpty()) {
      RulesCheckCommand.existing(List.of(Path.of(folder)));
    }
    return SiteFolder.of(folder);
  }

  /** What rules are read with; a list or names given by themselves stand before the folder's. */
  Site site() throws IOException {
    try {
      Site own = folder().sigma();
      return new Site(
          placeholders == null
              ? own.placeholders()
              : Placeholders.parse(placeholders.toString(), Files.readString(placeholders)),
          fields == null ? own.fields() : pipeline(fields));
    } catch (RuleFaults faults) {
      throw new UsageFault(String.valueOf(faults.getMessage()));
    }
  }

  private static FieldPipeline pipeline(String named) throws IOException {
    return named.equals(ECS)
        ? FieldPipeline.ecs()
        : FieldPipeline.parse(named, Files.readString(Path.of(named)));
  }

  /** The judge and what it knows; the shipped ones where no folder is named. */
  Judge judge() {
    try {
      return folder().judge();
    } catch (RuleFaults | IllegalArgumentException faults) {
      throw new UsageFault(String.valueOf(faults.getMessage()));
    }
  }

  SiteFacts facts() {
    try {
      return folder().facts();
    } catch (IllegalArgumentException fault) {
      throw new UsageFault(String.valueOf(fault.getMessage()));
    }
  }
}
