package io.zhidun.backup.executor;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a Kafka.
 *
 * @param servers {@code host:port}, with commas between several
 * @param properties file of a client's settings, such as its password and certificates; or null
 */
public record KafkaOptions(String servers, @Nullable Path properties) {
  private static final int PATIENCE_MILLIS = 60_000;

  Admin connect() throws IOException {
    Properties settings = new Properties();
    if (properties != null) {
      try (Reader in = Files.newBufferedReader(properties)) {
        settings.load(in);
      }
    }
    settings.put("bootstrap.servers", servers);
    settings.put("default.api.timeout.ms", PATIENCE_MILLIS);
    settings.put("client.id", "zhidun-backup");
    return Admin.create(settings);
  }

  @Override
  public String toString() {
    return "kafka " + servers;
  }
}
