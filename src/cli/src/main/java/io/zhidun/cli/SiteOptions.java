package io.zhidun.cli;

import io.zhidun.rules.sigma.FieldPipeline;
import io.zhidun.rules.sigma.Placeholders;
import io.zhidun.rules.sigma.RuleFaults;
import io.zhidun.rules.sigma.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What rules need to know of where they run. */
final class SiteOptions {
  private static final String ECS = "ecs";

  @Option(
      names = "--placeholders",
      description = "YAML that maps each placeholder of |expand to its values")
  private @Nullable Path placeholders;

  @Option(
      names = "--fields",
      description = "what fields are called in the events: ecs, or a YAML of names by logsource")
  private @Nullable String fields;

  Site site() throws IOException {
    try {
      return new Site(
          placeholders == null
              ? Placeholders.NONE
              : Placeholders.parse(placeholders.toString(), Files.readString(placeholders)),
          pipeline());
    } catch (RuleFaults faults) {
      throw new UsageFault(String.valueOf(faults.getMessage()));
    }
  }

  private FieldPipeline pipeline() throws IOException {
    if (fields == null) {
      return FieldPipeline.NONE;
    }
    return fields.equals(ECS)
        ? FieldPipeline.ecs()
        : FieldPipeline.parse(fields, Files.readString(Path.of(fields)));
  }
}
