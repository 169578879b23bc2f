package io.zhidun.service.compliance;

import io.zhidun.service.compliance.evidence.Collector;
import io.zhidun.service.compliance.evidence.Sight;
import io.zhidun.service.compliance.evidence.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says what a test told it to say of objects, or fails as told. */
final class FakeCollector implements Collector {
  private final String name;
  private final String check;
  private final Map<String, Map<String, Object>> known = new HashMap<>();
  private @Nullable IOException failure;
  private Duration pause = Duration.ZERO;
  private final CompletableFuture<Boolean> rested = new CompletableFuture<>();

  FakeCollector(String name, String check) {
    this.name = name;
    this.check = check;
  }

  FakeCollector knows(String object, Map<String, Object> values) {
    known.put(object, values);
    return this;
  }

  void fails(@Nullable IOException how) {
    failure = how;
  }

  void takes(Duration time) {
    pause = time;
  }

  /** Of the first look that took its time: true when it was let, false when it was interrupted. */
  CompletableFuture<Boolean> rested() {
    return rested;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<String> checks() {
    return Set.of(check);
  }

  @Override
  public void look(Target target, Consumer<Sight> out) throws IOException, InterruptedException {
    if (failure != null) {
      throw failure;
    }
    rest();
    known.forEach(
        (object, values) ->
            out.accept(
                new Sight(object, target.now().minusSeconds(60), target.now(), "asked", values)));
  }

  private void rest() throws InterruptedException {
    if (pause.isZero()) {
      return;
    }
    try {
      Thread.sleep(pause.toMillis());
      rested.complete(true);
    } catch (InterruptedException e) {
      rested.complete(false);
      throw e;
    }
  }
}
