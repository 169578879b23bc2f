package io.zhidun.standalone.stream;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;

/** Where a job keeps its state while it runs. */
enum StateBackend {
  /** In the heap; each checkpoint writes all of it. */
  HASHMAP {
    @Override
    Configuration settings() {
      return new Configuration().set(StateBackendOptions.STATE_BACKEND, "hashmap");
    }
  },

  /** On disk, beside the checkpoints; each checkpoint writes what is new. */
  ROCKSDB {
    @Override
    Configuration settings() {
      Configuration settings = new Configuration();
      settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
      settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
      // Each checkpoint makes files of its own; few of them must be merged later.
      settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(10));
      settings.setString("state.backend.rocksdb.memory.fixed-per-slot", "64mb");
      return settings;
    }
  };

  abstract Configuration settings();
}
