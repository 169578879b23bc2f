package io.zhidun.standalone.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginBundle;
import org.elasticsearch.plugins.PluginsLoader;

/** The server's node, started from the class path instead of from its distribution. */
final class SearchNode {
  private static final long CLOSE_SECONDS = 20;

  private final Node node;

  private SearchNode(Node node) {
    this.node = node;
  }

  static SearchNode start(SearchSettings settings, Path moduleJar) throws Exception {
    Files.createDirectories(settings.config());
    Files.createDirectories(settings.logs());
    Files.createDirectories(settings.snapshots());
    Path modules = new ServerModules(settings.home(), moduleJar).write();
    Settings values = settings.toSettings();
    configureLogging(values);
    Set<PluginBundle> bundles = PluginsLoader.loadModulesBundles(modules);
    PluginsLoader plugins = PluginsLoader.createPluginsLoader(bundles, Set.of(), Map.of(), false);
    Node node = new Node(new Environment(values, settings.config()), plugins);
    node.start();
    return new SearchNode(node);
  }

  private static void configureLogging(Settings values) {
    LogConfigurator.registerErrorListener();
    LogConfigurator.setNodeName(SearchSettings.NODE_NAME);
    LogConfigurator.configureESLogging();
    LogConfigurator.configureWithoutConfig(values);
  }

  void close() {
    try {
      node.close();
      node.awaitClose(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      // The translog has everything that was acknowledged: an unclean end loses nothing.
      System.err.println("elasticsearch did not close cleanly: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
