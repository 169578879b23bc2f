package io.zhidun.standalone.supervisor;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Finds what a built module needs to run: its jar, and the class path that the build wrote down.
 */
final class ModuleClassPath {
  /** A version at the end, and no classifier behind it. */
  private static final Pattern MODULE_JAR =
      Pattern.compile("zhidun-[a-z-]+-[0-9.]+(-SNAPSHOT)?\\.jar");

  private ModuleClassPath() {}

  /** Class path of the module in {@code folder}, or a fault that says what to do. */
  static String of(Path folder) throws IOException {
    Path target = folder.resolve("target");
    Path list = target.resolve("runtime.classpath");
    if (!Files.isRegularFile(list)) {
      throw new NoSuchFileException(
          list.toString(), null, "missing, since this module is not built");
    }
    String dependencies = Files.readString(list).strip();
    String own = own(target);
    return dependencies.isEmpty() ? own : own + File.pathSeparator + dependencies;
  }

  private static String own(Path target) throws IOException {
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(target, ModuleClassPath::isModuleJar)) {
      for (Path jar : jars) {
        return jar.toString();
      }
    }
    return target.resolve("classes").toString();
  }

  private static boolean isModuleJar(Path file) {
    return MODULE_JAR.matcher(String.valueOf(file.getFileName())).matches();
  }
}
