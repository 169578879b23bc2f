package io.zhidun.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The rule files of a folder, as they are. Nothing outside of it is read: a link that leads out is
 * refused, one to a folder is not followed. Hidden folders such as {@code .git} are left out.
 *
 * @param files contents by name below the folder, with {@code /}
 * @param refused names that were not taken, and why
 */
record RuleFolder(Map<String, byte[]> files, Map<String, String> refused) {
  /** The bounds of the service, told before anything is sent. */
  static final int MOST_FILES = 20_000;

  static final long MOST_BYTES = 8 << 20;
  private static final long LARGEST_FILE = 256 << 10;
  private static final int DEEPEST = 32;
  private static final int MOST_ENTRIES = 200_000;

  /**
   * @throws UsageFault where it holds more than can be imported at once
   */
  static RuleFolder read(Path folder) throws IOException {
    Reader reader = new Reader(folder.toRealPath());
    Files.walkFileTree(
        folder.toRealPath(), EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, reader);
    return new RuleFolder(reader.files, reader.refused);
  }

  private static final class Reader extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> refused = new TreeMap<>();
    private int entries;
    private long bytes;

    Reader(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = !folder.equals(root) && name(folder).startsWith(".");
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (++entries > MOST_ENTRIES) {
        throw new UsageFault("folder " + root + " holds more than " + MOST_ENTRIES + " files");
      }
      if (attributes.isSymbolicLink()) {
        link(file);
      } else if (attributes.isDirectory() && isYaml(file)) {
        refuse(file, "lies deeper than " + DEEPEST + " folders");
      } else if (isYaml(file)) {
        take(file, file, attributes);
      }
      return FileVisitResult.CONTINUE;
    }

    private void link(Path link) throws IOException {
      Path target;
      try {
        target = link.toRealPath();
      } catch (IOException e) {
        target = null;
      }
      if (target == null) {
        refuseIfNamedSo(link, "is a link to nothing");
      } else if (Files.isDirectory(target)) {
        refuse(link, "is a link to a folder, which is not followed");
      } else if (!target.startsWith(root)) {
        refuseIfNamedSo(link, "is a link that leaves the folder");
      } else if (isYaml(link)) {
        take(
            link,
            target,
            Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
      }
    }

    private void take(Path named, Path file, BasicFileAttributes attributes) throws IOException {
      if (!attributes.isRegularFile()) {
        refuse(named, "is no regular file");
      } else if (attributes.size() > LARGEST_FILE) {
        refuse(named, "has more than " + LARGEST_FILE + " bytes");
      } else {
        byte[] content = bounded(file);
        if (content == null) {
          refuse(named, "has more than " + LARGEST_FILE + " bytes");
          return;
        }
        files.put(below(named), content);
        bytes += content.length;
        if (files.size() > MOST_FILES || bytes > MOST_BYTES) {
          throw new UsageFault(
              "folder %s holds more than %d rule files or %d bytes of them; import its folders one by one"
                  .formatted(root, MOST_FILES, MOST_BYTES));
        }
      }
    }

    /** The content, or null where the file grew beyond the bound meanwhile. */
    private static byte @Nullable [] bounded(Path file) throws IOException {
      try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
        byte[] content = in.readNBytes((int) LARGEST_FILE + 1);
        return content.length > LARGEST_FILE ? null : content;
      }
    }

    private void refuseIfNamedSo(Path file, String reason) {
      if (isYaml(file)) {
        refuse(file, reason);
      }
    }

    private void refuse(Path file, String reason) {
      refused.put(below(file), reason);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException fault) {
      refuse(file, "cannot be read: " + fault.getClass().getSimpleName());
      return FileVisitResult.CONTINUE;
    }

    private String below(Path file) {
      return root.relativize(file).toString().replace('\\', '/');
    }

    private static boolean isYaml(Path file) {
      return name(file).endsWith(".yml") || name(file).endsWith(".yaml");
    }

    private static String name(Path file) {
      return String.valueOf(file.getFileName());
    }
  }

  /** The files as the service takes them. */
  byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }
}
