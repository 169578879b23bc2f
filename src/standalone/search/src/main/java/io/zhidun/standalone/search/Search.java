package io.zhidun.standalone.search;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Main of the Elasticsearch process: starts the node and stays until it is told to end (SIGTERM
 * ends it cleanly). It never serves more than this machine.
 */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = "Elasticsearch server of the one-machine installation.")
public final class Search implements Callable<Integer> {
  @Option(names = "--data", required = true, description = "Folder of all that the server keeps.")
  private Path data = Path.of("elasticsearch");

  @Option(names = "--port", description = "Port of HTTP (default ${DEFAULT-VALUE}).")
  private int port = 19_200;

  @Option(names = "--transport-port", description = "Node protocol (default ${DEFAULT-VALUE}).")
  private int transportPort = 19_300;

  private Search() {}

  /** Starts the process. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Search()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    SearchSettings settings = new SearchSettings(data.toAbsolutePath(), port, transportPort);
    SearchNode node = SearchNode.start(settings, ServerModules.jarBesideOwn());
    CountDownLatch never = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(node::close, "shutdown"));
    never.await();
    return 0;
  }
}
