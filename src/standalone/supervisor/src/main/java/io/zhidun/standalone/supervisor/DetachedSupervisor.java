package io.zhidun.standalone.supervisor;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A supervisor started in a session of its own, so that it outlives the terminal. */
final class DetachedSupervisor {
  private static final int LONGEST_WORDS = 8_192;

  private final Process process;
  private final Path log;
  private final long logStart;

  private DetachedSupervisor(Process process, Path log, long logStart) {
    this.process = process;
    this.log = log;
    this.logStart = logStart;
  }

  static DetachedSupervisor start(Installation at, List<String> options) throws IOException {
    Path log = at.log("supervisor");
    long logStart = Files.exists(log) ? Files.size(log) : 0;
    ProcessBuilder builder = new ProcessBuilder(command(at, options));
    builder.directory(at.run().toFile()).redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new DetachedSupervisor(builder.start(), log, logStart);
  }

  private static List<String> command(Installation at, List<String> options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add("setsid");
    command.add(PartProgram.ownJava());
    command.addAll(JvmOptions.heap("48m").quickStart().and("-Xss512k").toList());
    command.add("-cp");
    String classPath = ModuleClassPath.of(Plan.module(at, "src/standalone/supervisor"));
    command.add(new Programs(at.programs("supervisor")).copy(classPath));
    command.add(Supervisor.class.getName());
    command.addAll(List.of("--home", at.home().toString(), "--data", at.data().toString()));
    command.addAll(options);
    return command;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int exitCode() {
    return process.exitValue();
  }

  /** What it said since it was started. */
  String words() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = Math.max(logStart, file.length() - LONGEST_WORDS);
      file.seek(Math.min(from, file.length()));
      byte[] words = new byte[(int) Math.max(0, file.length() - from)];
      file.readFully(words);
      return new String(words, StandardCharsets.UTF_8);
    }
  }
}
