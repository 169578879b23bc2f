package io.zhidun.service.asset;

import io.zhidun.service.store.Durability;
import io.zhidun.service.web.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The systems and assets there are, and their changes. */
@Service
public class Inventory {
  private static final int MOST_SYSTEMS = 500;

  private final InventoryRepository repository;
  private final ProtectionTrail trail;
  private final TransactionOperations transaction;
  private final Durability durability;

  Inventory(
      InventoryRepository repository,
      ProtectionTrail trail,
      TransactionOperations transaction,
      Durability durability) {
    this.repository = repository;
    this.trail = trail;
    this.transaction = transaction;
    this.durability = durability;
  }

  public List<InventorySystem> systems() {
    return repository.systems();
  }

  public Optional<InventorySystem> system(String id) {
    return repository.system(id);
  }

  /**
   * @throws org.springframework.web.ErrorResponseException not-found
   */
  public InventorySystem requireSystem(String id) {
    return system(id).orElseThrow(() -> Problems.notFound("there is no system " + id));
  }

  public List<InventoryAsset> assetsOf(String system) {
    return repository.assetsOf(system);
  }

  public List<InventoryAsset> assets() {
    return repository.assets();
  }

  InventoryAsset requireAsset(String id) {
    return repository.asset(id).orElseThrow(() -> Problems.notFound("there is no asset " + id));
  }

  Map<String, Long> sizes() {
    return repository.sizes();
  }

  InventorySystem save(InventorySystem one) {
    transaction.executeWithoutResult(
        status -> {
          write(one);
          trail.add(
              one.changedBy(),
              one.version() == 0 ? "system.added" : "system.changed",
              one.id(),
              Map.of("level", one.level(), "notation", one.notation()));
        });
    durability.settle();
    return requireSystem(one.id());
  }

  private void write(InventorySystem one) {
    if (repository.asset(one.id()).isPresent()) {
      throw Conflicts.inUse("the id " + one.id() + " is an asset's");
    }
    Optional<InventorySystem> there = repository.system(one.id());
    if (there.isEmpty() && one.version() == 0) {
      if (repository.systems().size() >= MOST_SYSTEMS) {
        throw Conflicts.inUse(
            "there are " + MOST_SYSTEMS + " systems already, the most there may be");
      }
      repository.insert(one);
    } else if (!repository.update(one)) {
      throw Conflicts.changedMeanwhile(
          "system " + one.id(), there.map(InventorySystem::version).orElse(0L));
    }
  }

  void deleteSystem(String id, long version, String account) {
    InventorySystem there = requireSystem(id);
    try {
      transaction.executeWithoutResult(
          status -> {
            if (!repository.deleteSystem(id, version)) {
              throw Conflicts.changedMeanwhile("system " + id, there.version());
            }
            trail.add(account, "system.deleted", id, Map.of("name", there.name()));
          });
    } catch (DataIntegrityViolationException e) {
      throw Conflicts.inUse("system " + id + " still has assets or assessments");
    }
    durability.settle();
  }

  InventoryAsset save(InventoryAsset one) {
    transaction.executeWithoutResult(
        status -> {
          write(one);
          trail.add(
              one.changedBy(),
              one.version() == 0 ? "asset.added" : "asset.changed",
              one.id(),
              Map.of("system", one.system(), "kind", InventoryAsset.label(one.kind())));
        });
    durability.settle();
    return requireAsset(one.id());
  }

  private void write(InventoryAsset one) {
    if (repository.system(one.id()).isPresent()) {
      throw Conflicts.inUse("the id " + one.id() + " is a system's");
    }
    if (repository.system(one.system()).isEmpty()) {
      throw Problems.invalid("system", one.system(), "must be the id of a system");
    }
    Optional<InventoryAsset> there = repository.asset(one.id());
    if (there.isEmpty() && one.version() == 0) {
      repository.insertAssets(List.of(one));
    } else if (repository.updateAssets(List.of(one)) == 0) {
      throw Conflicts.changedMeanwhile(
          "asset " + one.id(), there.map(InventoryAsset::version).orElse(0L));
    }
  }

  void deleteAsset(String id, long version, String account) {
    InventoryAsset there = requireAsset(id);
    transaction.executeWithoutResult(
        status -> {
          if (!repository.deleteAsset(id, version)) {
            throw Conflicts.changedMeanwhile("asset " + id, there.version());
          }
          trail.add(account, "asset.deleted", id, Map.of("system", there.system()));
        });
    durability.settle();
  }
}
