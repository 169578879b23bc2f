package io.zhidun.standalone.supervisor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Healthy is a broker that answers a Metadata request for a topic without an error: it accepts
 * clients, and its topics are there. The request is written by hand, because a Kafka client would
 * cost the supervisor more memory than all the rest of it. Version 4 of the request is the oldest
 * that can forbid the creation of the topic.
 */
record KafkaHealth(int port, String topic) implements HealthCheck {
  private static final int TIMEOUT_MILLIS = 3_000;
  private static final int LARGEST_ANSWER = 1 << 16;
  private static final short METADATA = 3;
  private static final short VERSION = 4;

  @Override
  public boolean isHealthy() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      ask(new DataOutputStream(socket.getOutputStream()));
      return topicError(new DataInputStream(socket.getInputStream())) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private void ask(DataOutputStream out) throws IOException {
    byte[] client = "health".getBytes(StandardCharsets.US_ASCII);
    byte[] name = topic.getBytes(StandardCharsets.US_ASCII);
    int size = 2 + 2 + 4 + 2 + client.length + 4 + 2 + name.length + 1;
    java.nio.ByteBuffer request = java.nio.ByteBuffer.allocate(4 + size);
    request.putInt(size).putShort(METADATA).putShort(VERSION).putInt(1);
    request.putShort((short) client.length).put(client);
    request.putInt(1).putShort((short) name.length).put(name);
    byte mayCreate = 0;
    request.put(mayCreate);
    out.write(request.array());
    out.flush();
  }

  private static short topicError(DataInputStream in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > LARGEST_ANSWER) {
      throw new IOException("answer of " + size + " bytes is not one of a broker");
    }
    in.readInt(); // correlation id
    in.readInt(); // throttle time
    int brokers = in.readInt();
    for (int i = 0; i < brokers; i++) {
      in.readInt(); // node id
      skipString(in); // host
      in.readInt(); // port
      skipString(in); // rack
    }
    skipString(in); // cluster id
    in.readInt(); // controller id
    int topics = in.readInt();
    if (topics != 1) {
      throw new IOException("answer names " + topics + " topics instead of one");
    }
    return in.readShort();
  }

  private static void skipString(DataInputStream in) throws IOException {
    in.skipNBytes(Math.max(0, in.readShort()));
  }
}
