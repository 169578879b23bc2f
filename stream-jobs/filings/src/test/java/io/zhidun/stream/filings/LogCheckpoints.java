package io.zhidun.stream.filings;

import io.zhidun.stream.core.JobOptions;
import io.zhidun.stream.core.Outgoing;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.SharedStateRegistryImpl;
import org.apache.flink.runtime.state.storage.FileSystemCheckpointStorage;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/**
 * The screening step on RocksDB with a long log, and a screen that does nothing: what it costs to
 * keep the log. The benchmarks use it.
 *
 * @param longestSeconds of all checkpoints
 * @param bytes of the last one with all that it builds on
 * @param replaySeconds until a restored step has read the whole log
 */
public record LogCheckpoints(
    int checkpoints, double longestSeconds, double bytes, double replaySeconds) {

  private static final long START_MICROS = 1_770_000_000_000_000L;
  private static final long STEP_MICROS = 500_000;

  /**
   * Writes a log of so many digests, a checkpoint after each share, and reads it once.
   *
   * @param samples given again and again; enough of them that none meets itself in a block
   */
  public static LogCheckpoints of(List<byte[]> samples, long digests, int checkpoints, Path folder)
      throws Exception {
    double longest = 0;
    OperatorSubtaskState saved = null;
    try (Step step = new Step(folder, null)) {
      // As the coordinator does: a checkpoint names files that one before it wrote.
      SharedStateRegistryImpl files = new SharedStateRegistryImpl();
      long share = digests / checkpoints;
      for (int id = 1; id <= checkpoints; id++) {
        for (long i = 0; i < share; i++) {
          long at = (id - 1) * share + i;
          step.see(at, samples.get((int) (at % samples.size())));
        }
        long begin = System.nanoTime();
        saved = step.checkpoint(id);
        longest = Math.max(longest, (System.nanoTime() - begin) / 1e9);
        saved.registerSharedStates(files, id);
      }
    }
    if (saved == null) {
      throw new IllegalArgumentException("no checkpoint was asked for");
    }
    long begin = System.nanoTime();
    try (Step step = new Step(folder, saved)) {
      return new LogCheckpoints(
          checkpoints, longest, saved.getStateSize(), (System.nanoTime() - begin) / 1e9);
    }
  }

  private static final class Step implements AutoCloseable {
    private final KeyedOneInputStreamOperatorTestHarness<String, Sighting, Outgoing> step;

    Step(Path folder, @Nullable OperatorSubtaskState saved) throws Exception {
      FilingOptions options = FilingOptions.of(JobOptions.of("", "log"));
      step =
          new KeyedOneInputStreamOperatorTestHarness<>(
              new ScreenOperator(new Blind(), options),
              sighting -> ScreenOperator.KEY,
              Types.STRING);
      EmbeddedRocksDBStateBackend rocks = new EmbeddedRocksDBStateBackend(true);
      rocks.getMemoryConfiguration().setFixedMemoryPerSlot("64mb");
      rocks.setDbStoragePath(folder.resolve("rocks").toString());
      step.setStateBackend(rocks);
      step.setCheckpointStorage(
          new FileSystemCheckpointStorage(folder.resolve("checkpoints").toUri()));
      step.setup(Outgoing.type().createSerializer(new ExecutionConfig().getSerializerConfig()));
      if (saved != null) {
        step.initializeState(saved);
      }
      step.open();
    }

    void see(long at, byte[] digest) throws Exception {
      long micros = START_MICROS + at * STEP_MICROS;
      step.processElement(new Sighting(micros, Long.toString(at), micros, digest), micros / 1_000);
      if (at % 64 == 63) {
        step.processWatermark(micros / 1_000);
      }
    }

    OperatorSubtaskState checkpoint(long id) throws Exception {
      step.prepareSnapshotPreBarrier(id);
      OperatorSubtaskState saved = step.snapshot(id, id);
      step.notifyOfCompletedCheckpoint(id);
      return saved;
    }

    @Override
    public void close() throws Exception {
      step.close();
    }
  }

  /** Rules that read nothing and see nothing. */
  private static final class Blind implements FilingRules {
    private static final long serialVersionUID = 1L;

    @Override
    public RecordForms forms() {
      return new ToyRules.ToyForms();
    }

    @Override
    public Screen screen() {
      return (digest, sink) -> {};
    }
  }
}
