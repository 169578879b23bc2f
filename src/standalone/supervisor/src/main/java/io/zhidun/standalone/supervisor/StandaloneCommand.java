package io.zhidun.standalone.supervisor;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The verbs of the one-machine installation without the rest of the command line. */
@Command(
    name = "standalone",
    mixinStandardHelpOptions = true,
    subcommands = {UpCommand.class, StatusCommand.class, DownCommand.class})
public final class StandaloneCommand {
  private StandaloneCommand() {}

  /** Runs one verb. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new StandaloneCommand()).execute(args));
  }
}
