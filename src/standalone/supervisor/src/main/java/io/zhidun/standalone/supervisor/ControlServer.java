package io.zhidun.standalone.supervisor;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;

/**
 * Listens on a Unix socket for one-word commands: {@code status} is answered with the state as one
 * line of JSON, {@code stop} with the name of each part that ended, a line each. Only the owner of
 * the installation may connect.
 */
final class ControlServer implements AutoCloseable {
  /** What the commands do. */
  interface Commands {
    String status();

    /** Ends all parts, telling their names, and returns when all have ended. */
    void stop(Consumer<String> ended) throws InterruptedException;
  }

  private static final int LONGEST_COMMAND = 16;

  private final ServerSocketChannel channel;
  private final Path path;
  private final Commands commands;

  private ControlServer(ServerSocketChannel channel, Path path, Commands commands) {
    this.channel = channel;
    this.path = path;
    this.commands = commands;
  }

  /** Listens from now on. A socket that a killed supervisor left is replaced. */
  static ControlServer open(Installation at, Commands commands) throws IOException {
    Path path = ControlSocket.path(at);
    Files.deleteIfExists(path);
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    channel.bind(ControlSocket.address(at));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    ControlServer server = new ControlServer(channel, path, commands);
    daemon(server::accept, "control");
    return server;
  }

  private void accept() {
    while (channel.isOpen()) {
      try {
        SocketChannel client = channel.accept();
        daemon(() -> answer(client), "control-client");
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        System.err.println("control socket: " + e);
      }
    }
  }

  private static void daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void answer(SocketChannel client) {
    try (client;
        PrintWriter out =
            new PrintWriter(Channels.newOutputStream(client), true, StandardCharsets.UTF_8)) {
      switch (command(client)) {
        case "status" -> out.println(commands.status());
        case "stop" -> commands.stop(out::println);
        default -> out.println("not a command: only status and stop are");
      }
    } catch (IOException e) {
      System.err.println("control client: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The first line, as far as it can be a command. */
  private static String command(SocketChannel client) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(LONGEST_COMMAND);
    while (buffer.hasRemaining() && client.read(buffer) >= 0) {
      String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
      if (text.contains("\n")) {
        return text.strip();
      }
    }
    return "";
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(path);
  }
}
