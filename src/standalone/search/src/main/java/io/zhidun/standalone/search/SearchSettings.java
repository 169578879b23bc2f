package io.zhidun.standalone.search;

import java.nio.file.Path;
import org.elasticsearch.common.settings.Settings;

/**
 * What differs between two servers, and the settings that follow from it.
 *
 * @param data folder of everything the server keeps
 * @param port of HTTP, on the loopback addresses of both families
 * @param transportPort of the node protocol, likewise
 */
record SearchSettings(Path data, int port, int transportPort) {
  static final String NODE_NAME = "zhidun-1";

  SearchSettings {
    requirePort("port", port);
    requirePort("transport port", transportPort);
    if (port == transportPort) {
      throw new IllegalArgumentException("port and transport port must differ, both were " + port);
    }
  }

  private static void requirePort(String name, int value) {
    if (value < 1 || value > 65_535) {
      throw new IllegalArgumentException(name + " must be from 1 to 65535, was " + value);
    }
  }

  Path home() {
    return data.resolve("home");
  }

  Path config() {
    return data.resolve("config");
  }

  Path logs() {
    return data.resolve("logs");
  }

  Path snapshots() {
    return data.resolve("snapshots");
  }

  Settings toSettings() {
    return Settings.builder()
        .put("path.home", home())
        .put("path.data", data.resolve("data"))
        .put("path.logs", logs())
        .put("path.repo", snapshots().toString())
        .put("cluster.name", "zhidun")
        .put("node.name", NODE_NAME)
        .put("discovery.type", "single-node")
        // Both 127.0.0.1 and ::1, as far as the machine has them.
        .put("network.host", "_local_")
        .put("http.port", Integer.toString(port))
        .put("transport.port", Integer.toString(transportPort))
        .put("http.max_content_length", "32mb")
        // Only what the platform declared by template may appear.
        .put("action.destructive_requires_name", true)
        // Absolute, since on a shared disk a percentage would stop indexing with much space left.
        .put("cluster.routing.allocation.disk.watermark.low", "3gb")
        .put("cluster.routing.allocation.disk.watermark.high", "2gb")
        .put("cluster.routing.allocation.disk.watermark.flood_stage", "1gb")
        .build();
  }
}
