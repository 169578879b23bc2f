package io.zhidun.standalone.supervisor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives commands to the supervisor of an installation. */
final class ControlClient {
  private final Installation at;

  ControlClient(Installation at) {
    this.at = at;
  }

  /** The state, if a supervisor runs. */
  Optional<State> status() {
    StringBuilder answer = new StringBuilder();
    try {
      ask("status", answer::append);
      return Optional.of(State.fromJson(answer.toString()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Ends the installation; {@code ended} is told each part. False if no supervisor runs. */
  boolean stop(Consumer<String> ended) {
    try {
      ask("stop", ended);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void ask(String command, Consumer<String> line) throws IOException {
    try (SocketChannel channel = SocketChannel.open(ControlSocket.address(at));
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8))) {
      channel.write(ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.UTF_8)));
      in.lines().forEach(line);
    }
  }
}
