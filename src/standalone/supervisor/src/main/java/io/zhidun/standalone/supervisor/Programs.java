package io.zhidun.standalone.supervisor;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Copies of our own jars, from which a part runs. A build writes into the jars of the modules, and
 * a virtual machine whose jar changes under it finds its classes no more: so a part that runs, or
 * is started again, stays with the programs of its {@code up}.
 */
final class Programs {
  private static final Pattern OURS = Pattern.compile("zhidun-.*\\.jar");

  private final Path folder;

  /**
   * @param folder of the copies of one part
   */
  Programs(Path folder) {
    this.folder = folder;
  }

  /** The class path with our jars copied; the libraries never change and stay where they are. */
  String copy(String classPath) throws IOException {
    Files.createDirectories(folder);
    removeOld();
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path jar = Path.of(entry);
      entries.add(isOurs(jar) ? copyWithSiblings(jar).toString() : entry);
    }
    return String.join(File.pathSeparator, entries);
  }

  private static boolean isOurs(Path jar) {
    return OURS.matcher(String.valueOf(jar.getFileName())).matches();
  }

  /** A jar may expect another beside it, whose name goes on behind its own. */
  private Path copyWithSiblings(Path jar) throws IOException {
    String name = String.valueOf(jar.getFileName());
    String stem = name.substring(0, name.length() - ".jar".length());
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(jar.resolveSibling("."), stem + "*.jar")) {
      for (Path sibling : jars) {
        copyOne(sibling);
      }
    }
    return folder.resolve(name);
  }

  /** Under another name first: a process that still runs from the old copy keeps the old file. */
  private void copyOne(Path jar) throws IOException {
    Path draft = folder.resolve("new");
    Files.copy(jar, draft, StandardCopyOption.REPLACE_EXISTING);
    Files.move(draft, folder.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
  }

  private void removeOld() throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path jar : jars) {
        Files.delete(jar);
      }
    }
  }
}
