package io.zhidun.standalone.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zhidun.events.Topics;
import io.zhidun.testkit.Ports;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A real Kafka in this process, with the topics that the stream reads and writes. */
final class TestBroker implements AutoCloseable {
  /** Partitions of the raw topic. */
  static final int PARTITIONS = 4;

  private final int port;
  private final KafkaRaftServer server;

  TestBroker(Path data) throws Exception {
    List<Integer> ports = Ports.free(2);
    port = ports.get(0);
    new Formatter()
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(1)
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(data.toString())
        .addDirectory(data.toString())
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
        .run();
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.quorum.voters", "1@127.0.0.1:" + ports.get(1),
            "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + ports.get(1),
            "controller.listener.names", "CONTROLLER",
            "listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
            "log.dirs", data.toString(),
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "1",
            "auto.create.topics.enable", "false"));
    server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
    server.startup();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
      admin
          .createTopics(
              Stream.of(
                      new NewTopic(Topics.RAW, PARTITIONS, (short) 1),
                      new NewTopic(Topics.FILINGS_RAW, PARTITIONS, (short) 1),
                      new NewTopic(Topics.FILINGS, 1, (short) 1),
                      new NewTopic(Topics.INDICATIONS, 1, (short) 1),
                      new NewTopic(Topics.RULES, 1, (short) 1)
                          .configs(Map.of("cleanup.policy", "compact")),
                      new NewTopic(Topics.EVENTS, 1, (short) 1),
                      new NewTopic(Topics.DETECTIONS, 1, (short) 1),
                      new NewTopic(Topics.ALERTS, 1, (short) 1),
                      new NewTopic(Topics.CANARIES, 1, (short) 1),
                      new NewTopic(Topics.REJECTED, 1, (short) 1),
                      new NewTopic(Topics.LEDGER, 1, (short) 1))
                  .toList())
          .all()
          .get();
    }
  }

  String bootstrap() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
