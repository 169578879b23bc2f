package io.zhidun.collectors.http;

import io.netty.handler.codec.http.HttpRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What all connections of a collector share: who may send, where it goes, what is remembered. Used
 * by the event loop alone.
 */
final class Desk {
  final HttpLimits limits;
  final RequestCounters counters;
  final LongSupplier nanoTime;
  private final List<String> sources;
  private final Map<String, Inlet> inlets;
  private final @Nullable BearerToken token;
  private final Clock clock;
  private final IdempotencyKeys keys;
  private final Reservation.Memory memory;

  Desk(
      HttpOptions options,
      Map<String, Inlet> inlets,
      @Nullable BearerToken token,
      RequestCounters counters,
      Clock clock,
      LongSupplier nanoTime) {
    this.limits = options.limits();
    this.sources = options.sources();
    this.inlets = Map.copyOf(inlets);
    this.token = token;
    this.counters = counters;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.keys = new IdempotencyKeys(limits.keys(), limits.keyWindow(), nanoTime);
    this.memory = new Reservation.Memory(limits.unfinished());
  }

  static String inletName(String source, FilingDataset dataset) {
    return source + "/" + dataset.label();
  }

  /** Begins with a request. */
  Opened open(HttpRequest request, String peer) throws RefusalException {
    RequestHead head = RequestHead.of(request, token, sources);
    if (head.length() > limits.body()) {
      throw new RefusalException(
          Problem.TOO_LARGE,
          "a body may have %d bytes, %d were announced".formatted(limits.body(), head.length()));
    }
    String name = inletName(head.source(), head.dataset());
    Inlet inlet = inlets.get(name);
    if (inlet == null) {
      throw new IllegalStateException("no inlet was opened for " + name);
    }
    String key = head.key() == null ? null : name + " " + head.key();
    IdempotencyKeys.Taken taken = key == null ? new IdempotencyKeys.Taken() : keys.begin(key);
    if (taken == null) {
      throw new RefusalException(
          Problem.KEY_IN_USE, "another request with the same key has no answer yet");
    }
    return new Opened(
        new Exchange(head, inlet, taken, limits, memory, clock, peer),
        () -> {
          if (key != null) {
            keys.end(key, taken);
          }
        });
  }

  /**
   * A request at work.
   *
   * @param exchange its body
   * @param end to be run once when it is over
   */
  record Opened(Exchange exchange, Runnable end) {}
}
