package io.zhidun.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How one part is started as a JVM of its own.
 *
 * @param name for messages and the log file
 * @param jvmOptions such as {@code -Xmx96m}
 * @param environment added to this process's own
 */
public record JvmCommand(
    String name,
    String classpath,
    String mainClass,
    List<String> jvmOptions,
    List<String> arguments,
    Map<String, String> environment) {
  public JvmCommand {
    jvmOptions = List.copyOf(jvmOptions);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /**
   * A part of this build: the class path that its build wrote to {@code target/runtime.classpath},
   * and its own classes.
   *
   * @param module folder of the module
   */
  public static JvmCommand ofModule(Path module, String mainClass) {
    Path target = module.resolve("target");
    Path file = target.resolve("runtime.classpath");
    try {
      String libraries = Files.readString(file).strip();
      String own = target.resolve("classes").toAbsolutePath().toString();
      return ofClasspath(
          String.valueOf(module.getFileName()), own + File.pathSeparator + libraries, mainClass);
    } catch (IOException e) {
      throw new UncheckedIOException("build " + module + " first: " + file, e);
    }
  }

  public static JvmCommand ofClasspath(String name, String classpath, String mainClass) {
    return new JvmCommand(name, classpath, mainClass, List.of(), List.of(), Map.of());
  }

  public JvmCommand withJvmOptions(String... options) {
    return new JvmCommand(name, classpath, mainClass, List.of(options), arguments, environment);
  }

  public JvmCommand withArguments(String... values) {
    return new JvmCommand(name, classpath, mainClass, jvmOptions, List.of(values), environment);
  }

  public JvmCommand withEnvironment(Map<String, String> values) {
    return new JvmCommand(name, classpath, mainClass, jvmOptions, arguments, values);
  }

  List<String> line() {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(jvmOptions);
    line.addAll(List.of("-cp", classpath, mainClass));
    line.addAll(arguments);
    return line;
  }
}
