package io.zhidun.standalone.supervisor;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** A checkout whose modules are all "built" to the fakes of this test, and its verbs. */
final class FakeHome {
  private static final List<String> MODULES =
      List.of(
          "src/standalone/broker",
          "src/standalone/search",
          "src/standalone/stream",
          "src/standalone/supervisor",
          "stream-jobs/series",
          "src/service",
          "src/simulator",
          "collectors/agent");

  private final Path folder;
  private final Map<Port, Integer> ports = new EnumMap<>(Port.class);

  FakeHome(Path folder) throws IOException {
    this.folder = folder;
    for (String module : MODULES) {
      Path target = Files.createDirectories(folder.resolve(module).resolve("target/classes"));
      Files.writeString(
          target.resolveSibling("runtime.classpath"), System.getProperty("java.class.path"));
    }
    List<ServerSocket> held = new ArrayList<>();
    for (Port port : Port.values()) {
      ServerSocket socket = new ServerSocket(0);
      held.add(socket);
      ports.put(port, socket.getLocalPort());
    }
    for (ServerSocket socket : held) {
      socket.close();
    }
  }

  Installation installation() {
    return new Installation(folder, folder.resolve("data"));
  }

  int port(Port port) {
    return ports.getOrDefault(port, 0);
  }

  /** What a verb said, on both streams, and its exit code. */
  record Said(int code, String out, String err) {}

  Said up() {
    List<String> args = new ArrayList<>(List.of("up", "--no-memory-check"));
    ports.forEach((port, number) -> args.add(port.option() + "=" + number));
    return run(args.toArray(String[]::new));
  }

  Said run(String... args) {
    System.setProperty(DataOption.HOME, folder.toString());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = new CommandLine(StandaloneCommand.class);
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return new Said(line.execute(args), out.toString(), err.toString());
  }

  State state() {
    return new ControlClient(installation())
        .status()
        .orElseThrow(() -> new AssertionError("no supervisor runs"));
  }

  PartStatus part(String name) {
    return state().parts().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
