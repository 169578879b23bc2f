package io.zhidun.standalone.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Main of the Kafka process: starts the node, creates the platform's topics and stays until it is
 * told to end (SIGTERM ends it cleanly). It never serves more than this machine.
 */
@Command(
    name = "broker",
    mixinStandardHelpOptions = true,
    description = "Kafka broker and controller of the one-machine installation.")
public final class Broker implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(Broker.class);

  @Option(names = "--data", required = true, description = "Folder of the log and the metadata.")
  private Path data = Path.of("kafka");

  @Option(names = "--port", description = "Port of the clients (default ${DEFAULT-VALUE}).")
  private int port = 19_092;

  @Option(names = "--controller-port", description = "Port of KRaft (default ${DEFAULT-VALUE}).")
  private int controllerPort = 19_093;

  private Broker() {}

  /** Starts the process. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Broker()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    boolean ipv6 = BrokerSettings.hasIpv6Loopback();
    BrokerSettings settings = new BrokerSettings(data.toAbsolutePath(), port, controllerPort, ipv6);
    KafkaNode node = KafkaNode.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(node::stop, "shutdown"));
    List<String> created = TopicCreation.create(settings.bootstrap(), TopicPlan.ALL);
    LOG.info("ready on {}, topics created: {}", settings.bootstrap(), created.size());
    node.awaitStop();
    return 0;
  }
}
