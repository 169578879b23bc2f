package io.zhidun.cli;

import picocli.CommandLine.Command;

/** Verbs about patent and trademark filings. */
@Command(
    name = "filings",
    description = "Screens patent and trademark filings",
    mixinStandardHelpOptions = true,
    subcommands = FilingsScreenCommand.class)
final class FilingsCommand {}
