package io.zhidun.backup.drill;

import io.zhidun.backup.executor.KafkaExecutor;
import io.zhidun.backup.executor.KafkaOptions;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Measure;
import io.zhidun.backup.repository.ProgressMeter;
import io.zhidun.backup.repository.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The state of a Kafka, restored and read again; no broker is started. */
public final class KafkaTrial implements Trial {
  private final KafkaOptions options;

  public KafkaTrial(KafkaOptions options) {
    this.options = options;
  }

  @Override
  public Restored restore(
      Repository repository,
      Manifest manifest,
      Path scratch,
      StopWatch watch,
      ProgressMeter progress)
      throws IOException, InterruptedException {
    Path into = scratch.resolve("kafka");
    new KafkaExecutor(options)
        .restore(manifest, offset -> repository.open(manifest, offset, progress), into);
    watch.done("restore");
    return new Restored() {
      @Override
      public List<Measure> measure() throws IOException {
        return KafkaExecutor.measure(into);
      }

      @Override
      public String ask(SqlCheck check) throws IOException {
        throw new IOException("the state of a Kafka answers no SQL");
      }

      @Override
      public void close() {}
    };
  }
}
