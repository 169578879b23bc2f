package io.zhidun.stream.core;

import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes to Kafka at least once: a checkpoint waits until all before it is written. What is written
 * has an id that is a function of its content, so a second writing changes nothing, and nothing
 * waits for a checkpoint.
 */
final class OutgoingSink implements Sink<Outgoing> {
  private static final long serialVersionUID = 1L;

  private final String kafka;

  /**
   * @param kafka bootstrap servers
   */
  OutgoingSink(String kafka) {
    this.kafka = Objects.requireNonNull(kafka, "kafka");
  }

  @Override
  public SinkWriter<Outgoing> createWriter(WriterInitContext context) {
    return new Writer(SharedProducer.open(kafka));
  }

  private static final class Writer implements SinkWriter<Outgoing> {
    private final SharedProducer producer;

    Writer(SharedProducer producer) {
      this.producer = producer;
    }

    @Override
    public void write(Outgoing outgoing, Context context) throws IOException {
      producer.send(outgoing);
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      producer.flush();
    }

    @Override
    public void close() {
      producer.close();
    }
  }
}
