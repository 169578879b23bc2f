package io.zhidun.standalone.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What differs between two brokers, and the configuration that follows from it.
 *
 * @param data folder of the log and the metadata
 * @param port of the clients, on 127.0.0.1 and, where the machine has it, on ::1
 * @param controllerPort of the KRaft controller, on 127.0.0.1
 * @param ipv6 whether the machine has ::1
 */
record BrokerSettings(Path data, int port, int controllerPort, boolean ipv6) {
  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  /**
   * Largest record batch: a line of 1 MiB stays below it after it became JSON with its original,
   * and so does a filing of 5 MiB.
   */
  private static final int LARGEST_BATCH = 8 << 20;

  BrokerSettings {
    requirePort("port", port);
    requirePort("controller port", controllerPort);
    if (port == controllerPort) {
      throw new IllegalArgumentException("port and controller port must differ, both were " + port);
    }
  }

  private static void requirePort(String name, int value) {
    if (value < 1 || value > 65_535) {
      throw new IllegalArgumentException(name + " must be from 1 to 65535, was " + value);
    }
  }

  /** Whether a socket can be bound to ::1 here; a kernel without IPv6 refuses it. */
  static boolean hasIpv6Loopback() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName("::1"), 0));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  Path log() {
    return data.resolve("log");
  }

  String bootstrap() {
    return "127.0.0.1:" + port;
  }

  Properties toProperties() {
    Properties properties = new Properties();
    addPlace(properties);
    addSingleNode(properties);
    addLog(properties);
    addFrugality(properties);
    return properties;
  }

  private void addPlace(Properties to) {
    String clients = "LOOPBACK4://127.0.0.1:" + port;
    String protocols = "CONTROLLER:PLAINTEXT,LOOPBACK4:PLAINTEXT";
    if (ipv6) {
      clients += ",LOOPBACK6://[::1]:" + port;
      protocols += ",LOOPBACK6:PLAINTEXT";
    }
    to.put("process.roles", "broker,controller");
    to.put("node.id", Integer.toString(NODE_ID));
    to.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
    to.put("controller.listener.names", CONTROLLER_LISTENER);
    to.put("listeners", clients + ",CONTROLLER://127.0.0.1:" + controllerPort);
    to.put("advertised.listeners", clients);
    to.put("inter.broker.listener.name", "LOOPBACK4");
    to.put("listener.security.protocol.map", protocols);
    to.put("log.dirs", log().toString());
  }

  private static void addSingleNode(Properties to) {
    to.put("default.replication.factor", "1");
    to.put("min.insync.replicas", "1");
    to.put("offsets.topic.replication.factor", "1");
    to.put("transaction.state.log.replication.factor", "1");
    to.put("transaction.state.log.min.isr", "1");
    to.put("share.coordinator.state.topic.replication.factor", "1");
    to.put("share.coordinator.state.topic.min.isr", "1");
    // A topic that nobody declared is a typing error, not a wish.
    to.put("auto.create.topics.enable", "false");
    to.put("group.initial.rebalance.delay.ms", "0");
    // A broker that was killed is let in again only after its old session has ended.
    to.put("broker.session.timeout.ms", "3000");
    to.put("broker.heartbeat.interval.ms", "1000");
  }

  /**
   * Nothing is flushed by count or time: what a killed process had written is in the page cache and
   * stays. Segments are small, because after a kill each partition's last one is read again.
   */
  private static void addLog(Properties to) {
    to.put("log.segment.bytes", Integer.toString(128 << 20));
    to.put("log.retention.check.interval.ms", "60000");
    to.put("num.recovery.threads.per.data.dir", "2");
    to.put("message.max.bytes", Integer.toString(LARGEST_BATCH));
    to.put("replica.fetch.max.bytes", Integer.toString(LARGEST_BATCH));
    to.put("offsets.topic.num.partitions", "4");
    to.put("offsets.topic.segment.bytes", Integer.toString(16 << 20));
    to.put("transaction.state.log.num.partitions", "4");
    to.put("transaction.state.log.segment.bytes", Integer.toString(16 << 20));
    to.put("metadata.log.segment.bytes", Integer.toString(16 << 20));
    to.put("metadata.log.max.record.bytes.between.snapshots", Integer.toString(4 << 20));
    to.put("metadata.max.retention.bytes", Integer.toString(64 << 20));
  }

  /** Few threads and small buffers: the machine is shared with four other parts. */
  private static void addFrugality(Properties to) {
    to.put("num.network.threads", "2");
    to.put("num.io.threads", "2");
    to.put("background.threads", "2");
    to.put("num.replica.fetchers", "1");
    to.put("group.coordinator.threads", "1");
    to.put("share.coordinator.threads", "1");
    to.put("log.cleaner.threads", "1");
    to.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
    // By default an idle controller writes a record twice a second, for followers it has not.
    to.put("metadata.max.idle.interval.ms", "10000");
  }
}
