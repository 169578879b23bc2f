package io.zhidun.collectors.core.shipper;

import io.zhidun.events.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** One small JSON file a source, replaced as a whole. Safe for use by several threads. */
final class StateStore {
  private static final Logger LOG = LoggerFactory.getLogger(StateStore.class);
  private static final String SUFFIX = ".json";
  private static final long MAX_BYTES = 64 << 10;

  private final Path directory;

  StateStore(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
  }

  /** File name of a source's state or spool: no separators, no dots in front. */
  static String fileName(String source) {
    return URLEncoder.encode(source, StandardCharsets.UTF_8)
        .replace("*", "%2A")
        .replace(".", "%2E");
  }

  List<SourceState> all() throws IOException {
    List<SourceState> states = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
        SourceState state = read(file);
        if (state != null) {
          states.add(state);
        }
      }
    }
    return states;
  }

  private static @Nullable SourceState read(Path file) throws IOException {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new IllegalArgumentException("larger than " + MAX_BYTES + " bytes");
      }
      return Json.mapper().readValue(Files.readAllBytes(file), SourceState.class);
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      LOG.error("state {} is unreadable and was set aside, the source starts anew", file, e);
      return null;
    }
  }

  void save(SourceState state) {
    try {
      write(state);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot save the state of " + state.source(), e);
    }
  }

  private synchronized void write(SourceState state) throws IOException {
    String name = fileName(state.source()) + SUFFIX;
    Path temporary = directory.resolve(name + ".new");
    ByteBuffer json = ByteBuffer.wrap(Json.mapper().writeValueAsBytes(state));
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      while (json.hasRemaining()) {
        channel.write(json);
      }
      channel.force(false);
    }
    Files.move(temporary, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
