package io.zhidun.service.audit;

import io.zhidun.service.audit.AuditContent.Columns;
import io.zhidun.service.audit.AuditRepository.Standing;
import io.zhidun.service.store.Durability;
import io.zhidun.trust.chain.Trail;
import io.zhidun.trust.chain.TrailPosition;
import io.zhidun.trust.chain.TrailRecord;
import io.zhidun.trust.keys.KeyVault;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The trail in the database. The row of its position is locked from the first record of a
 * transaction to its end, so that numbers have no gaps: what is rolled back was never counted.
 */
@Service
class ChainedAuditTrail implements AuditTrail {
  private final AuditRepository repository;
  private final KeyVault keys;
  private final AuditProperties properties;
  private final SealWitness witness;
  private final TransactionOperations transaction;
  private final Durability durability;
  private final Clock clock;

  ChainedAuditTrail(
      AuditRepository repository,
      KeyVault keys,
      AuditProperties properties,
      SealWitness witness,
      TransactionOperations transaction,
      Durability durability,
      Clock clock) {
    this.repository = repository;
    this.keys = keys;
    this.properties = properties;
    this.witness = witness;
    this.transaction = transaction;
    this.durability = durability;
    this.clock = clock;
  }

  @Override
  public void record(AuditEntry entry) {
    String content = AuditContent.write(entry);
    Columns columns = AuditContent.columns(TrailRecord.Kind.ENTRY.word(), content);
    durably(
        end -> {
          end.add(AuditRow.of(end.trail.append(clock.instant(), content), columns));
          if (end.unsealed() >= properties.sealEvery()) {
            end.seal();
          }
        });
  }

  /** Writes an entry and seals the trail with it. */
  void recordAndSeal(AuditEntry entry) {
    durably(
        end -> {
          String content = AuditContent.write(entry);
          Columns columns = AuditContent.columns(TrailRecord.Kind.ENTRY.word(), content);
          end.add(AuditRow.of(end.trail.append(clock.instant(), content), columns));
          end.seal();
        });
  }

  /** Seals what has stood without a seal for too long. */
  @Scheduled(fixedDelayString = "${zhidun.audit.seal-sweep:1m}")
  void sealOld() {
    // Looks without the lock first: most of the time there is nothing to seal.
    if (isDue(repository.standing())) {
      durably(
          end -> {
            if (isDue(end.standing)) {
              end.seal();
            }
          });
    }
  }

  private boolean isDue(Standing standing) {
    return standing.unsealed() > 0
        && !standing.sealedAt().plus(properties.sealWithin()).isAfter(clock.instant());
  }

  private void durably(Consumer<End> act) {
    boolean own = !TransactionSynchronizationManager.isActualTransactionActive();
    transaction.executeWithoutResult(
        status -> {
          End end = new End(repository.lock());
          act.accept(end);
          end.save();
          end.sealed.filter(this::continuesWhatWasSeen).ifPresent(this::noteAfterCommit);
        });
    if (own) {
      durability.settle();
    }
  }

  /** A witness that the database disagrees with keeps what it knows. */
  private boolean continuesWhatWasSeen(TrailPosition position) {
    SealWitness.Seen seen = witness.seen().orElse(null);
    return seen == null
        || (seen.name().equals(position.name())
            && repository
                .find(seen.size() - 1)
                .filter(row -> row.hash().equals(seen.head()))
                .isPresent());
  }

  /** The witness must never know more than what outlives a crash. */
  private void noteAfterCommit(TrailPosition position) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            durability.settle();
            witness.note(position);
          }
        });
  }

  /** The end of the trail while its position is locked. */
  private final class End {
    private final Standing standing;
    private final Trail trail;
    private long sealedSize;
    private Instant sealedAt;
    private Optional<TrailPosition> sealed = Optional.empty();

    End(Standing standing) {
      this.standing = standing;
      this.trail = Trail.at(standing.isEmpty() ? begun() : standing.position());
      this.sealedSize = standing.sealedSize();
      this.sealedAt = standing.isEmpty() ? clock.instant() : standing.sealedAt();
    }

    private static TrailPosition begun() {
      return TrailPosition.start("service-" + UUID.randomUUID());
    }

    void add(AuditRow row) {
      repository.insert(row);
    }

    void seal() {
      Instant now = clock.instant();
      add(AuditRow.of(trail.seal(now, keys.signer()), Columns.CHECKPOINT));
      sealedSize = trail.position().size();
      sealedAt = now;
      sealed = Optional.of(trail.position());
    }

    long unsealed() {
      return trail.position().size() - sealedSize;
    }

    void save() {
      repository.save(trail.position(), sealedSize, sealedAt);
    }
  }
}
