package io.zhidun.service.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.zhidun.service.audit.AuditRepository.Standing;
import io.zhidun.service.audit.AuditTrailRead.Fault;
import io.zhidun.trust.chain.TrailExpectation;
import io.zhidun.trust.chain.TrailVerdict;
import io.zhidun.trust.chain.TrailVerifier;
import io.zhidun.trust.keys.KeyVault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads the whole trail in the background and says whether it is as it was written. */
@Component
class AuditVerification {
  private static final Logger log = LoggerFactory.getLogger(AuditVerification.class);

  private final AuditRepository repository;
  private final KeyVault keys;
  private final SealWitness witness;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private volatile @Nullable Result last;

  AuditVerification(
      AuditRepository repository,
      KeyVault keys,
      SealWitness witness,
      ApplicationEventPublisher events,
      MeterRegistry meters,
      Clock clock) {
    this.repository = repository;
    this.keys = keys;
    this.witness = witness;
    this.events = events;
    this.clock = clock;
    meters.gauge("zhidun_audit_intact", this, AuditVerification::gauge);
  }

  /**
   * What the last reading found.
   *
   * @param records that are right, up to the first that is not
   * @param sealed records that the last right checkpoint covers
   */
  record Result(
      Instant at,
      boolean intact,
      String trail,
      long records,
      long seals,
      long sealed,
      @Nullable Fault fault) {}

  Optional<Result> last() {
    return Optional.ofNullable(last);
  }

  /** Reads the trail as far as it goes now. */
  @Scheduled(
      initialDelayString = "${zhidun.audit.verify-after:2m}",
      fixedDelayString = "${zhidun.audit.verify-every:6h}")
  void verify() {
    Standing standing = repository.standing();
    if (!standing.isEmpty()) {
      Result result = read(standing);
      last = result;
      if (!result.intact()) {
        log.error("the audit trail is broken: {}", result.fault());
      }
      events.publishEvent(new AuditTrailRead(result.at(), result.trail(), result.fault()));
    }
  }

  private Result read(Standing standing) {
    Optional<SealWitness.Seen> seen = witness.seen();
    try (StoredTrail trail = new StoredTrail(repository, standing.name(), standing.size())) {
      TrailVerdict verdict = TrailVerifier.verify(trail, expected(standing, seen));
      Fault fault = first(verdict, trail);
      if (fault == null
          && !seen.map(before -> before.name().equals(standing.name())).orElse(true)) {
        fault = new Fault("rewritten", 0, "the trail that was sealed here had another name");
      } else if (fault == null && verdict.records() != standing.size()) {
        fault = new Fault("truncated", verdict.records(), "its position is behind its last record");
      }
      return new Result(
          clock.instant(),
          fault == null,
          standing.name(),
          fault == null ? verdict.records() : Math.min(verdict.records(), fault.sequence()),
          verdict.seals(),
          verdict.sealed(),
          fault);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What was seen outside the database counts for more than what it says of itself. */
  private TrailExpectation expected(Standing standing, Optional<SealWitness.Seen> seen) {
    TrailExpectation believed = TrailExpectation.sealedBy(keys.verifier());
    if (seen.isPresent()) {
      return new TrailExpectation(
          believed.believed(), seen.get().size(), Optional.of(seen.get().root()));
    }
    return standing.sealedSize() == 0
        ? TrailExpectation.nothing().reaching(standing.position())
        : believed.reaching(standing.position());
  }

  private static @Nullable Fault first(TrailVerdict verdict, StoredTrail trail) {
    Fault chained =
        verdict
            .fault()
            .map(
                fault ->
                    new Fault(
                        fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        fault.sequence(),
                        fault.reason()))
            .orElse(null);
    long misfiled = trail.misfiled().orElse(Long.MAX_VALUE);
    if (misfiled < (chained == null ? Long.MAX_VALUE : chained.sequence())) {
      return new Fault("changed", misfiled, "it is filed under something else than it says");
    }
    return chained;
  }

  private double gauge() {
    Result result = last;
    return result == null ? Double.NaN : result.intact() ? 1 : 0;
  }
}
