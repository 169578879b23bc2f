package io.zhidun.stream.detect;

import io.zhidun.events.Detection;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** A keyed step of counting by itself, for tests that feed it by hand. */
final class CountingStep {
  private CountingStep() {}

  /** Not opened yet, so that a state can be restored before. */
  static KeyedOneInputStreamOperatorTestHarness<String, Hit, Hit> of(CorrelateOperator operator)
      throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<String, Hit, Hit>(
            operator, Hit::key, Types.STRING);
    harness.setup(Hit.type().createSerializer(new ExecutionConfig().getSerializerConfig()));
    return harness;
  }

  /** The detections that it let out so far. */
  static List<Detection> told(KeyedOneInputStreamOperatorTestHarness<String, Hit, Hit> step) {
    return step.extractOutputValues().stream()
        .map(Hit::detection)
        .filter(Objects::nonNull)
        .toList();
  }
}
