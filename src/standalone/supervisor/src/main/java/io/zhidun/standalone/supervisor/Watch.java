package io.zhidun.standalone.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A running installation as its supervisor sees it: writes the state each second and at each
 * change, bounds the logs, and ends the crew once, however often it is asked.
 */
final class Watch implements ControlServer.Commands {
  private static final long INTERVAL_MILLIS = 1_000;

  private final Installation at;
  private final Settings settings;
  private final InstantSource clock;
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private List<Part> parts = List.of();
  private Crew crew = new Crew(List.of());
  private boolean ending;

  Watch(Installation at, Settings settings, InstantSource clock) {
    this.at = at;
    this.settings = settings;
    this.clock = clock;
  }

  void start(List<PartSpec> specs) {
    parts = specs.stream().map(this::part).toList();
    crew = new Crew(parts);
    crew.start();
    started.countDown();
  }

  private Part part(PartSpec spec) {
    Path log = at.log(spec.name());
    return new Part(spec, log, Backoff.standard(), Patience.STANDARD, clock, this::say);
  }

  /** Says the state until the crew has ended. */
  void untilEnded() throws InterruptedException {
    while (!ended.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
      say();
      rotate();
    }
    say();
  }

  @Override
  public String status() {
    return state().toJson();
  }

  private State state() {
    ProcessIdentity self =
        ProcessIdentity.of(ProcessHandle.current().pid()).orElse(ProcessIdentity.NONE);
    State.Speaker speaker = new State.Speaker(self.pid(), self.started(), self.memoryBytes());
    return new State(
        clock.instant(), speaker, settings.demo(), Plan.console(settings), crew.statuses());
  }

  private synchronized void say() {
    if (started.getCount() > 0) {
      return; // a part was quicker than the crew's list
    }
    try {
      AtomicFile.write(at.state(), status() + "\n");
    } catch (IOException e) {
      System.err.println("cannot write " + at.state() + ": " + e);
    }
  }

  private void rotate() {
    for (Part part : parts) {
      rotate(part.spec().name());
    }
    rotate("supervisor");
  }

  private void rotate(String name) {
    try {
      LogRotation.STANDARD.rotate(at.log(name));
    } catch (IOException e) {
      System.err.println("cannot rotate the log of " + name + ": " + e);
    }
  }

  @Override
  public void stop(Consumer<String> told) throws InterruptedException {
    if (first()) {
      crew.stop(told);
      ended.countDown();
    }
    ended.await();
  }

  private synchronized boolean first() {
    boolean first = !ending;
    ending = true;
    return first;
  }
}
