package io.zhidun.backup.executor;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;

/** Answers of a Kafka, whose errors become those of input and output. */
final class KafkaAnswers {
  private KafkaAnswers() {}

  static <T> T of(KafkaFuture<T> answer) throws IOException, InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException(
          "Kafka: " + cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
    }
  }
}
