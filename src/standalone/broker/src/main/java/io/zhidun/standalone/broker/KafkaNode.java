package io.zhidun.standalone.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** The broker and controller of one node, formatted when its folder is new. */
final class KafkaNode {
  private final KafkaRaftServer server;

  private KafkaNode(KafkaRaftServer server) {
    this.server = server;
  }

  static KafkaNode start(BrokerSettings settings) throws Exception {
    format(settings);
    KafkaConfig config = new KafkaConfig(settings.toProperties());
    KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
    server.startup();
    return new KafkaNode(server);
  }

  /** Formats a new folder; one that was half formatted when the process died is finished. */
  private static void format(BrokerSettings settings) throws Exception {
    Path log = settings.log();
    if (Files.exists(log.resolve("meta.properties"))) {
      return;
    }
    createFolder(log);
    new Formatter()
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(BrokerSettings.NODE_ID)
        .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
        .setMetadataLogDirectory(log.toString())
        .addDirectory(log.toString())
        .setPrintStream(System.err)
        .run();
  }

  private static void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
  }

  void stop() {
    server.shutdown();
    server.awaitShutdown();
  }

  void awaitStop() {
    server.awaitShutdown();
  }
}
