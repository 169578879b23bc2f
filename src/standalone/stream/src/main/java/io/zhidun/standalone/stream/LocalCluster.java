package io.zhidun.standalone.stream;

import io.zhidun.stream.core.JobOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * Flink's own cluster inside this process. Each job checkpoints into a folder of its own and, after
 * the process was killed, goes on from the newest complete checkpoint there.
 */
final class LocalCluster implements AutoCloseable {
  private final Path state;
  private final JobOptions options;
  private final MiniCluster cluster;
  private final Map<String, JobID> jobs = new LinkedHashMap<>();

  LocalCluster(Path state, JobOptions options, int slots) {
    this.state = state;
    this.options = options;
    this.cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(clusterConfiguration(state))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build());
  }

  private static Configuration clusterConfiguration(Path state) {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    configuration.set(RestOptions.BIND_PORT, "0");
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(24));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(24));
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(16));
    configuration.set(
        org.apache.flink.configuration.CoreOptions.TMP_DIRS, state.resolve("tmp").toString());
    return configuration;
  }

  void start() throws Exception {
    removeLeftovers(Files.createDirectories(state.resolve("tmp")));
    cluster.start();
  }

  /** A process that was killed leaves its working state, which a restart does not use. */
  private static void removeLeftovers(Path folder) throws IOException {
    try (Stream<Path> old = Files.list(folder)) {
      for (Path tree : old.toList()) {
        Checkpoints.deleteTree(tree);
      }
    }
  }

  /** Starts a job, restored where it has run before. */
  void run(String name, Consumer<StreamExecutionEnvironment> build) throws Exception {
    run(name, new Configuration(), build);
  }

  /**
   * Starts a job, restored where it has run before.
   *
   * @param own settings of this job alone
   */
  void run(String name, Configuration own, Consumer<StreamExecutionEnvironment> build)
      throws Exception {
    Checkpoints checkpoints = new Checkpoints(state.resolve("checkpoints").resolve(name));
    Files.createDirectories(checkpoints.folder());
    Configuration configuration = jobConfiguration(name, checkpoints);
    configuration.addAll(own);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    build.accept(env);
    StreamGraph graph = env.getStreamGraph();
    graph.setJobName(name);
    Optional<Path> newest = checkpoints.newest();
    if (newest.isPresent()) {
      checkpoints.forgetRunsBefore(newest.get());
      graph.setSavepointRestoreSettings(
          SavepointRestoreSettings.forPath(newest.get().toUri().toString(), true));
    }
    JobGraph job = graph.getJobGraph();
    jobs.put(name, cluster.submitJob(job).get().getJobID());
  }

  private Configuration jobConfiguration(String name, Checkpoints checkpoints) {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.NAME, name);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(200));
    configuration.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(2));
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, options.checkpointInterval());
    configuration.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, Duration.ofMinutes(10));
    configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
    configuration.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.folder().toUri().toString());
    configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 2);
    configuration.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    // A small state goes into the metadata file itself: one file a checkpoint instead of many.
    configuration.set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, MemorySize.ofMebiBytes(1));
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
        Duration.ofMillis(500));
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofSeconds(10));
    configuration.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
    return configuration;
  }

  /** Names of the jobs that do not run, with their status. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    jobs.forEach(
        (name, id) -> {
          JobStatus status = cluster.getJobStatus(id).join();
          if (status != JobStatus.RUNNING || !allRunning(id)) {
            faults.add(name + " is " + status);
          }
        });
    return faults;
  }

  private boolean allRunning(JobID id) {
    var graph = cluster.getExecutionGraph(id).join();
    for (var vertex : graph.getAllExecutionVertices()) {
      if (vertex.getExecutionState() != org.apache.flink.runtime.execution.ExecutionState.RUNNING) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    cluster.closeAsync().join();
  }
}
