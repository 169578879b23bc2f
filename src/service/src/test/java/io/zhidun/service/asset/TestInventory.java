package io.zhidun.service.asset;

import io.zhidun.rules.compliance.record.AssetKind;
import io.zhidun.service.store.Durability;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Inventories for tests of other features. */
public final class TestInventory {
  private TestInventory() {}

  /** An inventory on a database, empty at first. */
  public static Inventory of(
      JdbcTemplate template,
      JdbcClient jdbc,
      TransactionOperations transaction,
      Durability durability,
      ProtectionTrail trail) {
    return new Inventory(new InventoryRepository(template, jdbc), trail, transaction, durability);
  }

  /** Adds a system of level 3 with one host, one database and one application. */
  public static void fill(Inventory inventory, String system, Instant now) {
    inventory.save(
        new InventorySystem(
            system,
            "专利审查系统",
            3,
            "S3A3G3",
            List.of(),
            "审查部",
            "1101-1",
            LocalDate.parse("2027-05-31"),
            "review",
            false,
            "CENTRAL_ORGAN",
            LocalDate.parse("2026-03-10"),
            0,
            now,
            "engineer",
            "manual"));
    for (AssetKind kind : List.of(AssetKind.HOST, AssetKind.DATABASE, AssetKind.APPLICATION)) {
      add(inventory, system, system + "-" + InventoryAsset.label(kind), kind, now);
    }
  }

  /** Adds one object of the greatest importance. */
  public static void add(
      Inventory inventory, String system, String id, AssetKind kind, Instant now) {
    inventory.save(
        new InventoryAsset(
            id,
            system,
            id,
            kind,
            "review",
            List.of(id),
            3,
            "",
            "运维",
            "机房",
            List.of(),
            0,
            now,
            "engineer",
            "manual"));
  }
}
