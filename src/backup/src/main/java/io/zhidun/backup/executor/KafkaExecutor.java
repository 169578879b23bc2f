package io.zhidun.backup.executor;

import io.zhidun.backup.repository.Facts;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Measure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** What a Kafka is besides its records, as one document; {@link KafkaRestore} puts it back. */
public final class KafkaExecutor implements Executor {
  /** The document in the folder of a restore. */
  public static final String DOCUMENT = "kafka.json";

  private static final int MOST_BYTES = 32 << 20;

  private final KafkaOptions options;

  public KafkaExecutor(KafkaOptions options) {
    this.options = options;
  }

  @Override
  public String kind() {
    return "kafka";
  }

  @Override
  public boolean repeatable() {
    return false;
  }

  @Override
  public Facts backUp(OutputStream out) throws IOException, InterruptedException {
    KafkaState state;
    try (Admin admin = options.connect()) {
      state = new KafkaReader(admin).read();
    }
    byte[] json = state.json();
    if (json.length > MOST_BYTES) {
      throw new IOException("the state of a Kafka has at most " + MOST_BYTES + " bytes");
    }
    out.write(json);
    List<String> notes =
        state.acls() == null
            ? List.of("the cluster has no authorizer, so it has no access control lists")
            : List.of();
    return new Facts(
        Map.of("state", Integer.toString(state.format())),
        Map.of("cluster", state.cluster()),
        null,
        state.measures(),
        notes);
  }

  @Override
  public void restore(Manifest manifest, Streams stream, Path into)
      throws IOException, InterruptedException {
    Staging staging = Staging.open(into, manifest.folder());
    try (InputStream in = stream.open(0)) {
      byte[] json = in.readNBytes(MOST_BYTES + 1);
      KafkaState.parse(json);
      Files.write(staging.content().resolve(DOCUMENT), json);
    }
    staging.publish();
  }

  /** The state in the folder of a restore. */
  public static KafkaState read(Path restored) throws IOException {
    return KafkaState.parse(Files.readAllBytes(restored.resolve(DOCUMENT)));
  }

  /** Counts a restored document as the backup did. */
  public static List<Measure> measure(Path restored) throws IOException {
    return read(restored).measures();
  }
}
