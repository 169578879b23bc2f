package io.zhidun.collectors.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Process of the agent: {@code Agent --config collectors.yml}. Ends with 2 when it is used or
 * configured wrongly and with 1 when it cannot start; on SIGTERM it ships or spools what it holds
 * and ends in order.
 */
public final class Agent {
  private static final Logger LOG = LoggerFactory.getLogger(Agent.class);
  private static final int WRONG_USE = 2;
  private static final int CANNOT_START = 1;
  private static final int BROKEN = 70;

  private Agent() {}

  public static void main(String[] args) {
    if (args.length != 2 || !args[0].equals("--config")) {
      complain("usage: Agent --config FILE");
      System.exit(WRONG_USE);
    }
    Thread.setDefaultUncaughtExceptionHandler(Agent::die);
    try {
      start(AgentConfigReader.read(Path.of(args[1])));
    } catch (ConfigException e) {
      e.faults().forEach(Agent::complain);
      System.exit(WRONG_USE);
    } catch (IOException | RuntimeException e) {
      LOG.debug("cannot start", e);
      complain("cannot start: " + e.getMessage());
      System.exit(CANNOT_START);
    }
  }

  private static void start(AgentConfig config) throws IOException {
    RunningAgent agent = RunningAgent.start(config, Clock.systemUTC());
    Runtime.getRuntime().addShutdownHook(new Thread(agent::close, "shutdown"));
    LOG.info("agent {} runs; metrics on port {}", config.agent(), agent.metricsPort());
  }

  /** Without one of its threads the agent would look alive; whoever started it starts it again. */
  private static void die(Thread thread, Throwable error) {
    LOG.error("thread {} failed, the agent ends", thread.getName(), error);
    Runtime.getRuntime().halt(BROKEN);
  }

  private static void complain(String message) {
    System.err.println(message);
  }
}
