package io.zhidun.cli;

import picocli.CommandLine.Command;

/** Verbs about metrics. */
@Command(
    name = "metrics",
    description = "Detects anomalies in metrics",
    mixinStandardHelpOptions = true,
    subcommands = MetricsScoreCommand.class)
final class MetricsCommand {}
