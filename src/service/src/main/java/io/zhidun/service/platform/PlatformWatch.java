package io.zhidun.service.platform;

import io.zhidun.service.intake.IntakeMeter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Reads the platform's state every few seconds and tells whoever listens. */
@Service
class PlatformWatch {
  private final PlatformProperties properties;
  private final MetricsPages pages;
  private final IntakeMeter intake;
  private final HopMeters meters;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private @Nullable Observation before;
  private volatile @Nullable Platform latest;

  PlatformWatch(
      PlatformProperties properties,
      MetricsPages pages,
      IntakeMeter intake,
      HopMeters meters,
      ApplicationEventPublisher events,
      Clock clock) {
    this.properties = properties;
    this.pages = pages;
    this.intake = intake;
    this.meters = meters;
    this.events = events;
    this.clock = clock;
  }

  @Scheduled(fixedRateString = "${zhidun.platform.every:5s}")
  void observe() {
    Observation now = read();
    Platform platform;
    synchronized (this) {
      platform = now.platform(before, intake);
      before = now;
      latest = platform;
    }
    meters.update(platform.hops(), platform.gaps());
    events.publishEvent(new PlatformObserved(platform));
  }

  /** The latest state; read at once if there is none yet. */
  Platform latest() {
    Platform known = latest;
    return known != null ? known : read().platform(null, intake);
  }

  private Observation read() {
    boolean supervised = !properties.stateFile().isEmpty();
    return new Observation(
        clock.instant(),
        supervised,
        supervised ? SupervisorState.read(Path.of(properties.stateFile())) : Optional.empty(),
        pages.fetch(properties.stream()),
        pages.fetch(properties.agent()));
  }
}
