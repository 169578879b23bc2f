package io.zhidun.standalone.broker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;

/** Stands in for Kafka: answers each Metadata request with one topic that is well. */
public final class Broker {
  private Broker() {}

  /** Starts it. */
  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(args[Arrays.asList(args).indexOf("--port") + 1]);
    try (ServerSocket server = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"))) {
      while (!server.isClosed()) {
        try (Socket client = server.accept()) {
          answer(client);
        }
      }
    }
  }

  private static void answer(Socket client) throws IOException {
    DataInputStream in = new DataInputStream(client.getInputStream());
    in.skipNBytes(in.readInt());
    DataOutputStream out = new DataOutputStream(client.getOutputStream());
    out.writeInt(26);
    out.writeInt(1); // correlation id
    out.writeInt(0); // throttle time
    out.writeInt(0); // brokers
    out.writeShort(-1); // no cluster id
    out.writeInt(1); // controller
    out.writeInt(1); // topics
    out.writeShort(0); // no error
    out.writeShort(-1); // the rest is not read
  }
}
