package io.zhidun.cli;

import picocli.CommandLine.Command;

/** Verbs about self-assessments of classified protection. */
@Command(
    name = "compliance",
    description = "Prints self-assessments, verifies evidence packs",
    mixinStandardHelpOptions = true,
    subcommands = {ComplianceReportCommand.class, ComplianceVerifyCommand.class})
final class ComplianceCommand {}
