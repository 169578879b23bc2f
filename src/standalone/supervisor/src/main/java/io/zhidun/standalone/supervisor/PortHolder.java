package io.zhidun.standalone.supervisor;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Finds in /proc which process listens on a port. */
final class PortHolder {
  private static final String LISTENING = "0A";

  private PortHolder() {}

  /** The process, if it is one whose open files we may see. */
  static OptionalLong find(int port, boolean udp) {
    Set<String> links = new HashSet<>();
    String kind = udp ? "udp" : "tcp";
    for (String table : List.of(kind, kind + "6")) {
      addSockets(Path.of("/proc/net", table), port, udp, links);
    }
    return links.isEmpty() ? OptionalLong.empty() : holder(links);
  }

  /** Adds what the file descriptor of each socket bound to {@code port} points to. */
  private static void addSockets(Path table, int port, boolean udp, Set<String> to) {
    String suffix = ":" + "%04X".formatted(port);
    try (Stream<String> lines = Files.lines(table)) {
      lines
          .skip(1)
          .map(line -> line.strip().split("\\s+", -1))
          .filter(fields -> fields.length > 9 && fields[1].endsWith(suffix))
          .filter(fields -> udp || fields[3].equals(LISTENING))
          .forEach(fields -> to.add("socket:[" + fields[9] + "]"));
    } catch (IOException e) {
      // A kernel without this family has no such table, and nobody listens in it.
    }
  }

  private static OptionalLong holder(Set<String> links) {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : processes) {
        if (hasOpen(process.resolve("fd"), links)) {
          return OptionalLong.of(Long.parseLong(String.valueOf(process.getFileName())));
        }
      }
    } catch (IOException e) {
      return OptionalLong.empty();
    }
    return OptionalLong.empty();
  }

  private static boolean hasOpen(Path descriptors, Set<String> links) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(descriptors)) {
      for (Path file : files) {
        if (links.contains(target(file))) {
          return true;
        }
      }
    } catch (IOException e) {
      return false; // ended meanwhile, or another user's
    }
    return false;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return ""; // closed meanwhile
    }
  }
}
