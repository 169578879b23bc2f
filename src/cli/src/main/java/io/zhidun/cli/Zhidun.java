package io.zhidun.cli;

import io.zhidun.standalone.supervisor.DownCommand;
import io.zhidun.standalone.supervisor.StatusCommand;
import io.zhidun.standalone.supervisor.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command {@code zhidun}. Exit codes: 0, 1 faults were found, 2 wrong use. */
@Command(
    name = "zhidun",
    description = "Monitoring, detection and compliance evidence for IP administrations",
    mixinStandardHelpOptions = true,
    subcommands = {
      UpCommand.class,
      StatusCommand.class,
      DownCommand.class,
      NormalizeCommand.class,
      RulesCommand.class,
      ReplayCommand.class,
      MetricsCommand.class,
      FilingsCommand.class,
      ComplianceCommand.class,
      AuditCommand.class,
      BackupCommand.class
    })
public final class Zhidun {
  private Zhidun() {}

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Zhidun())
        .setExitCodeExceptionMapper(
            fault -> fault instanceof UsageFault || fault instanceof ParameterException ? 2 : 1)
        .setExecutionExceptionHandler(
            (fault, command, parsed) -> {
              command.getErr().println(words(fault));
              return command.getExitCodeExceptionMapper().getExitCode(fault);
            });
  }

  private static String words(Exception fault) {
    String message = fault.getMessage();
    return message == null ? fault.getClass().getSimpleName() : message;
  }
}
