package io.zhidun.standalone.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds the specification of a part that is a Java program of one of our modules. */
final class PartProgram {
  private final String name;
  private final String module;
  private final String main;
  private final List<String> args = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>(Plan.commonEnvironment());
  private List<String> jvm = List.of();
  private List<String> after = List.of();

  PartProgram(String name, String module, String main) {
    this.name = name;
    this.module = module;
    this.main = main;
  }

  PartProgram jvm(JvmOptions options) {
    jvm = options.toList();
    return this;
  }

  PartProgram args(String option, Object value) {
    args.add(option);
    args.add(value.toString());
    return this;
  }

  PartProgram flag(String option) {
    args.add(option);
    return this;
  }

  PartProgram environment(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** A variable that whoever starts the installation may set otherwise. */
  PartProgram usually(String variable, String value) {
    if (System.getenv(variable) == null) {
      environment.put(variable, value);
    }
    return this;
  }

  PartProgram after(String... needed) {
    after = List.of(needed);
    return this;
  }

  PartSpec toSpec(Installation at, int port, HealthCheck health) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ownJava());
    command.addAll(jvm);
    command.addAll(PartMark.of(at, name));
    command.add("-cp");
    String classPath = ModuleClassPath.of(Plan.module(at, module));
    command.add(new Programs(at.programs(name)).copy(classPath));
    command.add(main);
    command.addAll(args);
    return new PartSpec(
        name,
        command,
        environment,
        at.of(name),
        port,
        health,
        after,
        PartSpec.USUAL_START_LIMIT,
        PartSpec.USUAL_GRACE);
  }

  /** The parts run on the same Java as the supervisor. */
  static String ownJava() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
